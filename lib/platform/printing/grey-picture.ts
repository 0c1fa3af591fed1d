import sharp from 'sharp';

/** Dots of the largest picture that is opened: a small file may pretend to be huge. */
const MOST_DOTS = 24_000_000;

/**
 * A picture (JPEG, PNG, WebP) made as small as the paper: one byte of grey a dot, transparent parts white. Throws when
 * the bytes are no picture.
 */
export async function greyPicture(
  bytes: Uint8Array,
  most: { width: number; height: number },
): Promise<{ grey: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_DOTS })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ ...most, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Pictures of two channels keep both in raw form.
  const grey = info.channels === 1 ? data : data.filter((_, i) => i % info.channels === 0);
  return { grey: new Uint8Array(grey), width: info.width, height: info.height };
}
