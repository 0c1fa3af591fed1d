import { takeFrom } from '@/lib/api/limits';
import { fail, type Result, success } from '@/lib/core/result';
import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { loadCurrency } from '@/lib/halls/queries';
import { serviceDay } from '@/lib/halls/service-day';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { permits, refusal } from '@/lib/staff/policy';
import { COMPLAINT_STATES, type ComplaintState } from './complaint';
import { isLead } from './policy';
import { presentComplaint, presentDetail, presentForm, presentProgress } from './presenter';
import {
  countComplaints,
  findComplaint,
  findVisitsByNumber,
  listColleagues,
  listComplaints,
  listEntries,
  listRemedies,
  listRepeatedCauses,
  loadRules,
} from './queries';
import type { ComplaintDetail, ComplaintForm, ComplaintList, ComplaintProgress, ComplaintVisit } from './schema';
import { complaintIdOf, complaintToken } from './token';

const noHall = fail('not-found', { detail: 'There is no such hall.' });

/** What the form begins with. */
export async function loadComplaintForm(house: House, hallId: string, actor: Actor): Promise<Result<ComplaintForm>> {
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) return noHall;
  const [rules, colleagues] = [await loadRules(house.db, hallId), await listColleagues(house.db, hallId)];
  return success(presentForm(config, rules, colleagues, actor, house.clock.now()));
}

/** Customers who are at a counter or have just left it. */
const AT_HAND = 8;

/** Visits of the last week with a ticket number; without one, those who are at a counter or have just left it. */
export async function loadComplaintVisits(
  house: House,
  hallId: string,
  number: string | undefined,
): Promise<Result<{ items: ComplaintVisit[] }>> {
  const hall = await readState(house, hallId, ({ config, tickets }) => ({
    config,
    atHand: [...tickets.values()]
      .flatMap((ticket) => {
        const since = ticket.completedAt ?? ticket.startedAt ?? ticket.calledAt;
        return since && ticket.startedAt ? [{ ticket, since }] : [];
      })
      .sort((a, b) => b.since.getTime() - a.since.getTime() || b.ticket.issueOrder - a.ticket.issueOrder)
      .slice(0, AT_HAND)
      .map(({ ticket }) => ({
        ticketId: ticket.id,
        visitId: ticket.visitId,
        number: ticket.number,
        serviceDay: ticket.serviceDay,
        serviceId: ticket.serviceId,
        status: ticket.status,
        name: ticket.customerName,
        phone: ticket.customerPhone,
      })),
  }));
  if (!hall) return noHall;
  const { config } = hall;
  const today = serviceDay(house.clock.now(), config.timeZone);
  const found = number ? await findVisitsByNumber(house.db, hallId, number, today) : hall.atHand;
  return success({
    items: found.map(({ serviceId, ...visit }) => {
      const service = config.services.find(({ id }) => id === serviceId);
      return { ...visit, serviceCode: service?.code ?? '', serviceNames: service?.names ?? {} };
    }),
  });
}

export interface ListWish {
  state: 'owed' | 'all' | ComplaintState;
  mine: boolean;
  visitId?: string;
  after?: { at: Date; id: string };
  limit: number;
}

const STATES_OF = (state: ListWish['state']): ComplaintState[] => {
  if (state === 'all') return [...COMPLAINT_STATES];
  return state === 'owed' ? ['registered', 'dispatched'] : [state];
};

/** Complaints as one person of the staff may see them. The caller has checked that he works in the hall. */
export async function loadComplaintList(
  house: House,
  hallId: string,
  actor: Actor,
  wish: ListWish,
): Promise<ComplaintList> {
  const { db } = house;
  const rules = await loadRules(db, hallId);
  const complaints = await listComplaints(db, hallId, {
    states: STATES_OF(wish.state),
    mine: wish.mine ? actorRef(actor) : undefined,
    visitId: wish.visitId,
    byPromise: wish.state === 'owed',
    after: wish.after,
    limit: wish.limit,
  });
  const remedies = await listRemedies(
    db,
    complaints.map(({ id }) => id),
  );
  return {
    items: complaints.map((complaint) =>
      presentComplaint(
        complaint,
        remedies.filter(({ complaintId }) => complaintId === complaint.id),
        actor,
        rules,
      ),
    ),
    nextCursor: null,
    numbers: await countComplaints(db, hallId),
    repeated: isLead(actor, hallId) ? await listRepeatedCauses(db, hallId, house.clock.now()) : [],
  };
}

/** What a page of the list holds at first. */
const FIRST_PAGE = 50;

/** The desk as it is first shown: a lead sees everybody's, all others their own; one complaint may be asked for by its id. */
export async function loadComplaintDesk(house: House, hallId: string, actor: Actor, open: string | null) {
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) return null;
  const mine = !isLead(actor, hallId);
  const asked = open ? await findComplaint(house.db, open) : null;
  const rows = await loadComplaintList(house, hallId, actor, { state: 'owed', mine, limit: FIRST_PAGE + 1 });
  return {
    hall: config.slug,
    names: config.names,
    timeZone: config.timeZone,
    initial: {
      ...rows,
      items: rows.items.slice(0, FIRST_PAGE),
      nextCursor:
        rows.items.length > FIRST_PAGE
          ? `${rows.items[FIRST_PAGE - 1]?.promisedAt}~${rows.items[FIRST_PAGE - 1]?.id}`
          : null,
    },
    initialMine: mine,
    initialOpen: asked?.hallId === hallId ? asked.id : null,
  };
}

/** One complaint with its story. */
export async function loadComplaint(house: House, id: string, actor: Actor): Promise<Result<ComplaintDetail>> {
  const { db } = house;
  const complaint = await findComplaint(db, id);
  if (!complaint) return fail('not-found', { detail: 'There is no such complaint.' });
  const { hallId } = complaint;
  if (!permits(actor, 'complaint.register', hallId)) return fail(refusal(actor, hallId));
  const remedies = await listRemedies(db, [id]);
  const entries = await listEntries(db, id);
  const rules = await loadRules(db, hallId);
  return success(
    presentDetail(
      complaint,
      remedies,
      entries,
      actor,
      rules,
      await loadCurrency(db, hallId),
      complaintToken(house.secret, id),
    ),
  );
}

/** What the customer's private page shows; null when the token is none of ours. */
export async function loadComplaintProgress(house: House, token: string): Promise<ComplaintProgress | null> {
  const id = complaintIdOf(house.secret, token);
  const complaint = id ? await findComplaint(house.db, id) : null;
  if (!complaint) return null;
  const config = await readState(house, complaint.hallId, (state) => state.config);
  if (!config) return null;
  return presentProgress(complaint, await listRemedies(house.db, [complaint.id]), config, house.clock.now());
}

/** A visit of the customer's private page from an address: limited, so that nobody tries out links. */
export async function visitComplaintPage(
  house: House,
  token: string,
  address: string,
): Promise<ComplaintProgress | 'rate-limited' | null> {
  if ((await takeFrom(house, 'privatePage', address)) !== null) return 'rate-limited';
  return loadComplaintProgress(house, token);
}
