/** Letter and at least three digits: A001 … A999, then A1000. It rolls over to four digits instead of wrapping. */
export function ticketNumber(letter: string, sequence: number): string {
  return `${letter}${String(sequence).padStart(3, '0')}`;
}
