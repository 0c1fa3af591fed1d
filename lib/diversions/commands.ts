import { z } from 'zod';
import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { isUp, OCCUPIED_SECONDS } from '@/lib/machines/machine';
import { about, machineOf, occupy } from '@/lib/machines/steps';
import { issueTicket } from '@/lib/tickets/commands';
import { presentTicket } from '@/lib/tickets/presenter';
import { queueTime } from '@/lib/tickets/queue-order';
import { idSchema } from '@/lib/tickets/schema';
import { changeTicket, findTicket } from '@/lib/tickets/steps';
import type { Ticket } from '@/lib/tickets/ticket';
import { estimateHall, estimateOf } from '@/lib/waiting/hall-estimate';
import { type Diversion, SETTLED_SECONDS } from './diversion';
import { presentDiversion } from './presenter';
import { findDiversion, findDivertedVisit, locateDiversion } from './queries';
import { insertDiversion, settleDiversion } from './repository';
import { divertBody } from './schema';

/** Codes of class and needs that the hall has, or which of them it does not. */
function checkCustomer(work: Work, input: { customerClass?: string; needs?: readonly string[] }): Result<null> {
  const { classes, needs } = work.config;
  if (input.customerClass && !classes.some((c) => c.code === input.customerClass && c.active))
    return fail('invalid-input', { errors: [{ path: 'customerClass', message: 'no such class in this hall' }] });
  const strange = (input.needs ?? []).findIndex((code) => !needs.some((n) => n.code === code && n.active));
  if (strange >= 0)
    return fail('invalid-input', { errors: [{ path: `needs.${strange}`, message: 'no such need in this hall' }] });
  return success(null);
}

/**
 * Sends a customer to a machine that can do his business: one at the door without giving a number, or one who waits and
 * gives his up. He keeps his place in the line for the case that the machine does not help.
 */
export const divert = queueCommand({
  name: 'visit.divert',
  input: divertBody.safeExtend({ hall: idSchema }),
  permission: 'visit.divert',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { machineId, serviceCode, ticketId, customerClass, needs = [] }) {
    const customer = checkCustomer(work, { customerClass, needs });
    if (!customer.ok) return customer;
    const found = await machineOf(work, machineId);
    if (!found.ok) return found;
    const machine = found.value;
    if (!isUp(machine))
      return fail('machine-not-in-service', { detail: 'This machine is not in service.', currentState: machine.state });
    let ticket: Ticket | null = null;
    if (ticketId !== undefined) {
      const held = await findTicket(work, ticketId);
      if (!held.ok) return held;
      ticket = held.value;
      if (ticket.status !== 'waiting')
        return fail('wrong-state', { detail: `${ticket.number} is not waiting.`, currentState: ticket.status });
    }
    const service = work.config.services.find((s) => (ticket ? s.id === ticket.serviceId : s.code === serviceCode));
    if (!service)
      return fail('invalid-input', { errors: [{ path: 'serviceCode', message: 'no such service in this hall' }] });
    if (!machine.serviceCodes.includes(service.code))
      return fail('not-served-here', { detail: `This machine does not do "${service.code}".` });
    if (ticket) {
      const saved = await changeTicket(
        work,
        ticket,
        { type: 'cancel', reason: 'went-to-machine' },
        { visitGoesOn: true },
      );
      if (!saved.ok) return saved;
      work.record({
        kind: 'ticket.cancelled',
        visitId: ticket.visitId,
        ticketId: ticket.id,
        payload: { reason: 'went-to-machine', from: ticket.status },
      });
    }
    const diversion: Diversion = {
      id: work.newId(),
      hallId: work.hallId,
      visitId: ticket?.visitId ?? work.newId(),
      machineId,
      serviceCode: service.code,
      ticketId: ticket?.id ?? null,
      waitingFrom: ticket?.waitingSince ?? work.now,
      divertedAt: work.now,
      byRef: work.by,
      state: 'open',
      settledAt: null,
    };
    const subject = { visitId: diversion.visitId, ticketId: diversion.ticketId };
    if (!ticket) {
      work.addVisit({
        id: diversion.visitId,
        hallId: work.hallId,
        serviceDay: work.serviceDay,
        channel: 'guide',
        customerClass: customerClass ?? null,
        needs,
        locale: null,
        customerName: null,
        customerPhone: null,
        startedAt: work.now,
        arrivedAt: work.now,
      });
      work.record({ kind: 'visit.found', ...subject, payload: { channel: 'guide' } });
      work.record({ kind: 'visit.arrived', ...subject, payload: { channel: 'guide' } });
      work.record({
        kind: 'visit.entered',
        ...subject,
        zoneId: machine.zoneId,
        // A machine asks for no papers: nothing was to be made ready.
        payload: { greeted: true, customerClass: customerClass ?? null, needs, papers: 0, prepared: 0 },
      });
    }
    await insertDiversion(work.tx, diversion);
    await occupy(work, machine, OCCUPIED_SECONDS);
    await work.setDeadline('diversion.settleDue', diversion.id, addSeconds(work.now, SETTLED_SECONDS));
    work.record({
      kind: 'visit.diverted',
      ...subject,
      zoneId: machine.zoneId,
      payload: { ...about(machine), diversionId: diversion.id, service: service.code, waited: ticket !== null },
    });
    return success(presentDiversion(diversion, ticket?.number ?? null));
  },
});

/** The machine did not help: the customer gets a number, in the place he would have had. */
export const comeBack = queueCommand({
  name: 'visit.comeBack',
  input: z.strictObject({ diversionId: idSchema }),
  permission: 'visit.divert',
  locate: ({ db }, { diversionId }) => locateDiversion(db, diversionId),
  async run(work, { diversionId }) {
    const diversion = await findDiversion(work.tx, diversionId);
    const visit = diversion && (await findDivertedVisit(work.tx, diversion.visitId));
    if (!diversion || !visit) return fail('not-found', { detail: 'Nobody was sent to a machine under this id.' });
    if (diversion.state !== 'open')
      return fail('wrong-state', {
        detail: 'This customer has come back or was helped.',
        currentState: diversion.state,
      });
    // The number that was given up may have been taken back meanwhile.
    const known = [...work.state.tickets.values()].find((t) => t.visitId === diversion.visitId && !t.completedAt);
    if (known) {
      await settle(work, diversion, known.id);
      return success(presentAnswer(work, known));
    }
    const issued = await issueTicket.run(work, {
      hall: work.hallId,
      serviceCode: diversion.serviceCode,
      visitId: diversion.visitId,
      channel: 'guide',
      ...(visit.customerClass ? { customerClass: visit.customerClass } : {}),
      needs: visit.needs,
    });
    if (!issued.ok) return issued;
    const fresh = work.state.tickets.get(issued.value.id);
    if (!fresh) throw new Error('A ticket was issued and is not there.');
    const saved = work.saveTicket(
      fresh,
      { ...fresh, queueAt: queueTime(diversion.waitingFrom, fresh.creditSeconds) },
      fresh.undo,
    );
    await settle(work, diversion, saved.id);
    return success(presentAnswer(work, saved));
  },
});

async function settle(work: Work, diversion: Diversion, ticketId: string): Promise<void> {
  await settleDiversion(work.tx, diversion.id, { state: 'cameBack', settledAt: work.now });
  await work.clearDeadline('diversion.settleDue', diversion.id);
  work.record({
    kind: 'visit.cameBack',
    visitId: diversion.visitId,
    ticketId,
    payload: {
      diversionId: diversion.id,
      machineId: diversion.machineId,
      service: diversion.serviceCode,
      afterSeconds: secondsBetween(diversion.divertedAt, work.now),
    },
  });
}

function presentAnswer(work: Work, ticket: Ticket) {
  const estimate = estimateHall(work.state, work.now);
  return { ...presentTicket(work.state, ticket, work.now, estimate), estimate: estimateOf(estimate, ticket) };
}

/** Nobody came back: the machine has helped, and the visit is over unless a number is open. Driven by time alone. */
export async function meetSettlement(work: Work, { subjectId }: Deadline): Promise<void> {
  const diversion = await findDiversion(work.tx, subjectId);
  if (diversion?.state !== 'open') return;
  await settleDiversion(work.tx, subjectId, { state: 'done', settledAt: work.now });
  const { visitId, machineId } = diversion;
  work.record({
    kind: 'visit.helpedByMachine',
    visitId,
    payload: { diversionId: subjectId, machineId, service: diversion.serviceCode },
  });
  for (const ticket of work.state.tickets.values())
    if (ticket.visitId === visitId && ticket.completedAt === null) return;
  work.changeVisit(visitId, { endedAt: work.now });
  work.record({
    kind: 'visit.ended',
    visitId,
    payload: { by: 'machine', staySeconds: secondsBetween(diversion.waitingFrom, work.now) },
  });
}
