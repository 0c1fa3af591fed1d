import { describe, expect, it } from 'vitest';
import { mayBePrinter } from '@/lib/platform/printing/private-network';
import { dotsOf } from '@/lib/printing/dots';
import { encodeSlip } from '@/lib/printing/esc-pos';
import { type Attempt, judge } from '@/lib/printing/print-job';
import { isDoneByte, isStatusByte, stateFrom, stateWhenDone } from '@/lib/printing/printer-status';
import { readSlip } from '../../support/slip-paper';

describe('what a try makes of a slip', () => {
  const well = { attempts: 0, printer: 'ready' } as const;
  const nothingSent: Attempt = { begun: false, confirmed: false, trouble: 'refused', printer: 'offline' };
  it.each<[string, Attempt, Parameters<typeof judge>[1], string]>([
    ['all well', { begun: true, confirmed: true, trouble: null, printer: 'ready' }, well, 'printed'],
    ['refused, for the first time', nothingSent, well, 'waiting'],
    ['refused again', nothingSent, { ...well, attempts: 1 }, 'failed'],
    ['refused by one that was away before', nothingSent, { ...well, printer: 'offline' }, 'failed'],
    ['no paper', { ...nothingSent, trouble: 'paperOut', printer: 'paperOut' }, well, 'failed'],
    ['broken after the first byte', { ...nothingSent, begun: true, trouble: 'broken' }, well, 'uncertain'],
    ['no answer after the last', { ...nothingSent, begun: true, trouble: 'noAnswer' }, well, 'uncertain'],
  ])('%s', (_, attempt, before, state) => {
    expect(judge(attempt, before).state).toBe(state);
  });
});

describe('what a printer says', () => {
  it.each([
    [[0x12, 0x12, 0x12], 'ready'],
    [[0x12, 0x12, 0x1e], 'paperLow'],
    [[0x1a, 0x32, 0x7e], 'paperOut'],
    [[0x1a, 0x16, 0x12], 'coverOpen'],
    [[0x1a, 0x52, 0x12], 'error'],
    [[0x1a, 0x12, 0x12], 'offline'],
  ])('%j', (answers, state) => {
    expect(answers.every(isStatusByte)).toBe(true);
    expect(stateFrom(answers)).toBe(state);
  });

  it('answers to one question are not taken for those to another', () => {
    expect([0x00, 0x03, 0x0c].every(isDoneByte)).toBe(true);
    expect([0x12, 0x1a, 0x7e].some(isDoneByte)).toBe(false);
    expect([0x00, 0x10, 0x1c, 0x14].some(isStatusByte)).toBe(false);
    expect([0x00, 0x03, 0x0c].map(stateWhenDone)).toEqual(['ready', 'paperLow', 'paperOut']);
  });
});

it('printers are in the house', () => {
  const inside = ['10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.1.50', '127.0.0.1', '::1', 'fd00::5', 'printer-1'];
  const outside = ['8.8.8.8', '172.32.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '::', 'fe80::1'];
  expect(inside.filter((host) => !mayBePrinter(host))).toEqual([]);
  expect(outside.filter(mayBePrinter)).toEqual([]);
  expect(mayBePrinter('::ffff:8.8.8.8')).toBe(false);
});

it('a picture goes out in dots: black is black, white is white, grey is as dark as it was', () => {
  const width = 20;
  const grey = Uint8Array.from(
    { length: width * 16 },
    (_, i) => [0, 255, 128][i % width < 8 ? 0 : i % width < 12 ? 1 : 2] ?? 0,
  );
  const dots = dotsOf(grey, width, 16);
  const paper = readSlip(encodeSlip([{ kind: 'logo' }], { columns: 48, codePage: 'cp858', logo: dots }), {
    chinese: false,
  });
  const picture = paper.parts.find((part) => part.kind === 'picture');
  expect(picture).toMatchObject({ width: 24, height: 16, centre: true });
  const black = (from: number, to: number) => {
    let count = 0;
    for (let y = 0; y < 16; y++)
      for (let x = from; x < to; x++) if ((dots.data[y * 3 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) count++;
    return count / (16 * (to - from));
  };
  expect(black(0, 8)).toBe(1);
  expect(black(8, 12)).toBe(0);
  expect(black(12, 20)).toBeGreaterThan(0.35);
  expect(black(12, 20)).toBeLessThan(0.65);
  expect(black(20, 24)).toBe(0);
});
