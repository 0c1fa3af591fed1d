import { beforeEach, expect, test } from 'vitest';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { type ApiClient, withKey } from '@/tests/support/api-client';
import { testDatabase } from '@/tests/support/test-database';

let hall: BuiltHall;
let lead: ApiClient;

beforeEach(async () => {
  const house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house);
  lead = await withKey(house, hall.id, 'shiftLead');
});

interface Listed {
  id: string;
}

async function read(list: string, query: string): Promise<{ ids: string[]; nextCursor: string | null }> {
  const answer = await lead.get(`/halls/${hall.slug}/${list}?limit=3${query}`);
  expect(answer).toMatchObject({ status: 200 });
  const { items, nextCursor } = answer.body as { items: Listed[]; nextCursor: string | null };
  return { ids: items.map(({ id }) => id), nextCursor };
}

// All are due when the same day ends: only their ids tell them apart.
const LISTS = [
  {
    list: 'unaccepted',
    entry: { what: 'A second SIM', why: 'papers', promisedDay: '2026-03-04' },
    end: (id: string) => lead.post(`/unaccepted/${id}/answer`, { answer: 'It is ready.' }),
    ended: 'answered',
  },
  {
    list: 'follow-ups',
    entry: { what: 'Is the line fast?', promisedDay: '2026-03-04' },
    end: (id: string) => lead.post(`/follow-ups/${id}/done`, { result: 'Works well.' }),
    ended: 'done',
  },
];

for (const { list, entry, end, ended } of LISTS)
  test(`${list}: nobody is missed between two pages, although the first ends with one that is kept meanwhile`, async () => {
    const made: string[] = [];
    for (let i = 0; i < 8; i += 1) {
      const answer = await lead.post(`/halls/${hall.slug}/${list}`, entry);
      expect(answer).toMatchObject({ status: 201 });
      made.push((answer.body as Listed).id);
    }
    const first = await read(list, '');
    expect(first.ids).toEqual(made.slice(0, 3));
    expect(await end(first.ids[2] ?? '')).toMatchObject({ status: 200 });
    const second = await read(list, `&after=${first.nextCursor}`);
    expect(second.ids).toEqual(made.slice(3, 6));
    const third = await read(list, `&after=${second.nextCursor}`);
    expect(third).toEqual({ ids: made.slice(6), nextCursor: null });
    expect(await read(list, `&state=${ended}`)).toEqual({ ids: [made[2]], nextCursor: null });
    expect(await lead.get(`/halls/${hall.slug}/${list}?after=${made[2]}`)).toMatchObject({ status: 400 });
  });
