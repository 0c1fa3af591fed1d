import type { lookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { addressProblem, isPublicAddress, RefusedAddress, sendOut } from '@/lib/platform/outgoing';

describe('addresses that were given from outside', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['10.1.2.3', false],
    ['127.0.0.1', false],
    ['0.0.0.0', false],
    ['169.254.169.254', false],
    ['172.20.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:93.184.216.34', true],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  it.each([
    ['https://sms.example.com/in', false, null],
    ['http://sms.example.com/in', false, 'must begin with https://'],
    ['http://sms.example.com/in', true, null],
    ['https://10.0.0.1/', false, 'must not lead into a private network'],
    ['https://10.0.0.1/', true, null],
    ['https://2130706433/', false, 'must not lead into a private network'],
    ['https://0x7f.1/', false, 'must not lead into a private network'],
    ['https://[::ffff:7f00:1]/', false, 'must not lead into a private network'],
    ['https://localhost/', false, 'must not lead into a private network'],
    ['https://gateway.internal/', false, 'must not lead into a private network'],
    ['https://user:secret@sms.example.com/', false, 'must not hold a password'],
    ['ftp://sms.example.com/', true, 'must begin with https://'],
    ['nothing', false, 'is not an address'],
  ])('%s (private allowed: %s): %s', (url, allowPrivate, expected) => {
    expect(addressProblem(url, allowPrivate)).toBe(expected);
  });

  it('is refused by what its name leads to, not only by its letters', async () => {
    const names = ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])) as unknown as typeof lookup;
    const out = { url: 'https://sms.example.com:9/', headers: {}, body: '', withinMs: 5_000, resolve: names };
    await expect(sendOut({ ...out, allowPrivate: false })).rejects.toBeInstanceOf(RefusedAddress);
  });
});
