import type { ApiAnswer } from '@/components/live/call-api';
import type { AttachmentView } from '@/lib/attachments/schema';

/** Enough to see a stain on the floor; a phone's own photographs are ten times as large. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const uploadWithinMs = 20_000;

/** Makes a photograph smaller and sends it. Never throws. */
export async function uploadPhoto(hall: string, file: File): Promise<ApiAnswer<AttachmentView>> {
  const small = await smaller(file);
  if (!small) return { ok: false, problem: { code: 'not-a-picture', status: 0 } };
  try {
    const response = await fetch(`/api/v1/halls/${hall}/attachments`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': small.type },
      credentials: 'same-origin',
      body: small,
      signal: AbortSignal.timeout(uploadWithinMs),
    });
    const json: unknown = await response.json();
    if (response.ok) return { ok: true, value: json as AttachmentView };
    const { code = 'internal' } = json as { code?: 'internal' };
    return { ok: false, problem: { code, status: response.status } };
  } catch {
    return { ok: false, problem: { code: 'no-connection', status: 0 } };
  }
}

/** The picture as JPEG, at most `LONGEST_SIDE` wide or high; null for a file that the browser cannot show. */
async function smaller(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context) {
    // JPEG knows no transparency: what shines through a logo is paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
