import Image from 'next/image';

/** A small picture that opens large in a window of its own. */
export function Photo({ hall, id, label }: { hall: string; id: string; label: string }) {
  const address = `/api/v1/halls/${hall}/attachments/${id}`;
  return (
    <a href={address} target="_blank" rel="noreferrer" className="block rounded-lg">
      <Image
        src={address}
        alt={label}
        // It is small already, and only this person may see it: not through the shared store of made-smaller pictures.
        unoptimized
        width={80}
        height={80}
        className="size-20 rounded-lg border border-border object-cover"
      />
    </a>
  );
}
