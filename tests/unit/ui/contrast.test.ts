import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(process.cwd(), 'app', 'globals.css'), 'utf8');

/** The colour tokens of the first block that begins with this selector. */
function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const tones = ['primary', 'success', 'warning', 'danger'];
const textPairs = [
  ...['background', 'surface', 'surface-sunken'].flatMap((ground) => [
    ['foreground', ground],
    ['muted-foreground', ground],
    ['danger', ground],
    ['primary', ground],
  ]),
  ...tones.map((tone) => [`${tone}-foreground`, tone]),
  ...tones.map((tone) => [`${tone}-soft-foreground`, `${tone}-soft`]),
  ['primary-foreground', 'primary-hover'],
  ['danger-foreground', 'danger-hover'],
];
const edgePairs = [
  ['border-strong', 'surface'],
  ['border-strong', 'background'],
  ['ring', 'surface'],
  ['ring', 'background'],
  ['primary', 'surface-sunken'],
  ['danger', 'surface-sunken'],
];

describe.each([':root', '[data-theme="display"]', '[data-theme="contrast"]'])('colours of %s', (selector) => {
  const palette = tokens(selector);
  const ratio = ([front = '', ground = '']: string[]) => contrast(palette.get(front) ?? '', palette.get(ground) ?? '');

  it.each(textPairs)('text %s on %s reaches 4.5:1', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('edge %s on %s reaches 3:1', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });
});
