import { expect, test } from 'vitest';
import { presence } from '@/lib/remote/presence';

const hall = { checkInMetres: 200, latitude: 31.2304, longitude: 121.4737 };
/** A thousandth of a degree of latitude is 111 metres. */
const north = (thousandths: number) => ({ position: { ...hall, latitude: hall.latitude + thousandths / 1000 } });

test.each([
  ['nothing is asked', { ...hall, checkInMetres: null }, {}, null],
  ['at the door, wherever the phone thinks it is', hall, { ...north(90), atDoor: true }, 'door'],
  ['near enough', hall, north(1), 'position'],
  ['too far', hall, north(3), 'too-far'],
  ['no proof', hall, {}, 'presence-needed'],
] as const)('checking in from afar: %s', (_name, asks, shown, expected) => {
  const shows = presence(asks, shown);
  expect(shows.ok ? shows.value : shows.failure.code).toBe(expected);
});
