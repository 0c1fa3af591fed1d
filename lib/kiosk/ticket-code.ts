/** What somebody scanned or typed at a kiosk: his ticket's code, or the number that he was told. */
export type TicketCode = { kind: 'token'; token: string } | { kind: 'number'; number: string };

/** Anywhere in it, because the code on a phone and on paper is the address of the ticket's page. */
const token = /t_[\w-]{44}(?![\w-])/;
const number = /^([A-Z]{1,3})(\d{1,5})$/;

/**
 * Reads a code: the whole address from a scanner, or a number as people type it ("a 12", "A012"). Null for anything else.
 */
export function readTicketCode(text: string): TicketCode | null {
  const scanned = token.exec(text);
  if (scanned) return { kind: 'token', token: scanned[0] };
  const typed = number.exec(text.replace(/[\s-]/g, '').toUpperCase());
  return typed ? { kind: 'number', number: `${typed[1]}${typed[2]?.padStart(3, '0')}` } : null;
}
