/** What a database refuses, whether Prisma made the statement or `insertRows`. */
interface Refusal {
  code?: string;
  meta?: { driverAdapterError?: { cause?: { kind?: string } } };
}

/** A unique key is taken already. */
export function isTaken(error: unknown): boolean {
  return code(error) === 'P2002' || kind(error) === 'UniqueConstraintViolation';
}

/** Two transactions wanted to write the same row: the loser may try again. */
export function isWriteConflict(error: unknown): boolean {
  return code(error) === 'P2034' || kind(error) === 'TransactionWriteConflict';
}

function code(error: unknown): string | undefined {
  return (error as Refusal | null)?.code;
}

function kind(error: unknown): string | undefined {
  return (error as Refusal | null)?.meta?.driverAdapterError?.cause?.kind;
}
