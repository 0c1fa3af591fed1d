export type ComingCustomers = { creditSeconds: number; perHour: number };

/**
 * Who is to be expected, by service id, from those who came in the last `windowSeconds`. Classes are taken to be mixed
 * alike in all services: few people have credit, so that counts by service and class would be mostly luck.
 */
export function comingCustomers(
  came: readonly { serviceId: string; creditSeconds: number }[],
  windowSeconds: number,
): Map<string, ComingCustomers[]> {
  const services = counted(came.map((customer) => customer.serviceId));
  const credits = counted(came.map((customer) => customer.creditSeconds));
  const hours = windowSeconds / 3600;
  return new Map(
    [...services].map(([serviceId, customers]) => [
      serviceId,
      [...credits].map(([creditSeconds, withIt]) => ({
        creditSeconds,
        perHour: (customers * withIt) / came.length / hours,
      })),
    ]),
  );
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
