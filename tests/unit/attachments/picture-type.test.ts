import { expect, it } from 'vitest';
import { pictureType } from '@/lib/attachments/picture-type';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['a JPEG', '\xff\xd8\xff\xe0 JFIF', 'image/jpeg'],
  ['a PNG', '\x89PNG\r\n\x1a\n', 'image/png'],
  ['a WebP', 'RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['a sound that begins as a WebP does', 'RIFF\x00\x00\x00\x00WAVEfmt ', null],
  ['a drawing with script in it', '<svg onload="x()"/>', null],
  ['a page', '<!doctype html>', null],
  ['a GIF', 'GIF89a', null],
  ['half a mark', '\xff\xd8', null],
  ['nothing', '', null],
])('%s', (_, text, type) => {
  expect(pictureType(bytes(text))).toBe(type);
});
