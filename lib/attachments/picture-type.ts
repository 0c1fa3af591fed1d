/** Kinds of pictures that are kept. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** A picture may weigh this much; phones make it smaller before they send it. */
export const MOST_PICTURE_BYTES = 2 * 1024 * 1024;

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** What the bytes are, by how they begin; null for everything that is not one of the pictures we keep. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const has = (mark: readonly number[], from = 0) => mark.every((byte, i) => bytes[from + i] === byte);
  if (has(JPEG)) return 'image/jpeg';
  if (has(PNG)) return 'image/png';
  if (has(RIFF) && has(WEBP, 8)) return 'image/webp';
  return null;
}
