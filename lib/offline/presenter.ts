import type { NumberBlock } from './number-block';
import type { OfflineTicket } from './offline-ticket';
import type { NumberBlockView, OfflineTicketView } from './schema';

/** A block for the desk that holds it. `given` are numbers as on paper: a letter and digits. */
export function presentBlock(block: NumberBlock, given: readonly string[]): NumberBlockView {
  return {
    id: block.id,
    letter: block.letter,
    first: block.first,
    last: block.last,
    given: given.map((number) => Number(number.slice(block.letter.length))),
    reservedAt: block.reservedAt.toISOString(),
    expiresAt: block.expiresAt.toISOString(),
  };
}

/** For staff. The customer stands in the ticket, not here. `days`: whose customers may still be in the hall. */
export function presentOfflineTicket(row: OfflineTicket, days: readonly string[]): OfflineTicketView {
  return {
    id: row.id,
    number: row.number,
    serviceCode: row.serviceCode,
    issuedAt: row.issuedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    receivedFrom: row.receivedName,
    state: row.state,
    reason: row.reason,
    timeMoved: row.timeMoved,
    mayTakeIn: row.state === 'attention' && days.includes(row.serviceDay),
    ticketId: row.ticketId,
    ticketNumber: row.ticketNumber,
    settledBy: row.settledName,
    note: row.note,
  };
}
