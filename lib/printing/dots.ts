import type { Dots } from './esc-pos';

/**
 * Grey as black dots, by spreading each dot's error over its neighbours (Floyd and Steinberg): lines stay sharp, and a
 * shade of the logo stays a shade.
 *
 * @param grey one byte a dot, 0 = black, row by row
 */
export function dotsOf(grey: Uint8Array, width: number, height: number): Dots {
  const widthBytes = Math.ceil(width / 8);
  const data = new Uint8Array(widthBytes * height);
  const rest = Float32Array.from(grey);
  const spread = (x: number, y: number, error: number) => {
    if (x < 0 || x >= width || y >= height) return;
    const at = y * width + x;
    rest[at] = (rest[at] ?? 0) + error;
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const value = rest[y * width + x] ?? 255;
      const black = value < 128;
      if (black) {
        const at = y * widthBytes + (x >> 3);
        data[at] = (data[at] ?? 0) | (0x80 >> (x & 7));
      }
      const error = value - (black ? 0 : 255);
      spread(x + 1, y, (error * 7) / 16);
      spread(x - 1, y + 1, (error * 3) / 16);
      spread(x, y + 1, (error * 5) / 16);
      spread(x + 1, y + 1, error / 16);
    }
  return { widthBytes, height, data };
}
