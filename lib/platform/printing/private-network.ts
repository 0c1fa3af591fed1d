import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Networks of a house: nothing on the internet, and no link-local address, where clouds keep their keys. */
const HOUSE = new BlockList();
HOUSE.addSubnet('10.0.0.0', 8, 'ipv4');
HOUSE.addSubnet('172.16.0.0', 12, 'ipv4');
HOUSE.addSubnet('192.168.0.0', 16, 'ipv4');
HOUSE.addSubnet('127.0.0.0', 8, 'ipv4');
HOUSE.addAddress('::1', 'ipv6');
HOUSE.addSubnet('fc00::', 7, 'ipv6');

export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && HOUSE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether a printer may be entered under this name: an address must be of a house, a name is looked up when it is used. */
export function mayBePrinter(host: string): boolean {
  return isIP(host) === 0 || isPrivateAddress(host);
}

/** The address to connect to; null when the name leads out of the house. Throws when there is no such name. */
export async function privateAddressOf(host: string): Promise<string | null> {
  if (isIP(host) !== 0) return isPrivateAddress(host) ? host : null;
  const found = await lookup(host, { all: true });
  return found.find(({ address }) => isPrivateAddress(address))?.address ?? null;
}
