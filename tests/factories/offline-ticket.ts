/** A number that a guide's tablet gave while it was offline, of no block: it reaches a person, who settles it. */
export const OFFLINE_TICKET = {
  id: '00000000-0000-4000-8000-000000000002',
  holder: '00000000-0000-4000-8000-000000000001',
  blockId: 'none',
  number: 'A800',
  issuedAt: '2026-03-02T02:00:00Z',
  order: { serviceCode: 'cards' },
};
