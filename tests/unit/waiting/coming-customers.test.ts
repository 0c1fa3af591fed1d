import { expect, test } from 'vitest';
import { comingCustomers } from '@/lib/waiting/coming-customers';

test('rates of the last half hour, classes mixed alike over the services', () => {
  const came = [
    { serviceId: 'a', creditSeconds: 0 },
    { serviceId: 'a', creditSeconds: 600 },
    { serviceId: 'a', creditSeconds: 0 },
    { serviceId: 'b', creditSeconds: 0 },
  ];
  const coming = comingCustomers(came, 1800);
  expect(coming.get('a')).toEqual([
    { creditSeconds: 0, perHour: 4.5 },
    { creditSeconds: 600, perHour: 1.5 },
  ]);
  const total = [...coming.values()].flat().reduce((sum, { perHour }) => sum + perHour, 0);
  expect(total).toBeCloseTo(8);
  expect(comingCustomers([], 1800).size).toBe(0);
});
