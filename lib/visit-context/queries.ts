import { listComplaintsOfVisit } from '@/lib/complaints/queries';
import { presentHelp } from '@/lib/help/presenter';
import { findPendingAt } from '@/lib/help/queries';
import { presentLoan } from '@/lib/loans/presenter';
import { listOutOfVisit } from '@/lib/loans/queries';
import type { Database } from '@/lib/platform/db/client';
import { findOffer } from '@/lib/suggestions/queries';
import type { Ticket } from '@/lib/tickets/ticket';
import { presentUnaccepted } from '@/lib/unaccepted/presenter';
import { listOpenOfVisit } from '@/lib/unaccepted/queries';
import type { VisitContext } from './schema';

/** What other tables know of the visit of a ticket. */
export async function findVisitFacts(
  db: Database,
  { id, hallId, visitId, counterId }: Pick<Ticket, 'id' | 'hallId' | 'visitId' | 'counterId'>,
): Promise<Pick<VisitContext, 'offered' | 'loans' | 'unaccepted' | 'complaints' | 'help'>> {
  const help = counterId ? await findPendingAt(db, counterId) : null;
  return {
    offered: await findOffer(db, id),
    loans: (await listOutOfVisit(db, visitId)).map(({ item, loan }) => presentLoan(item, loan)),
    unaccepted: (await listOpenOfVisit(db, visitId)).map(presentUnaccepted),
    complaints: (await listComplaintsOfVisit(db, hallId, visitId)).map(({ id: complaint, category, state, words }) => ({
      id: complaint,
      category,
      state,
      words,
    })),
    help: help && presentHelp(help),
  };
}
