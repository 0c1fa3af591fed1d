import { z } from 'zod';
import { fail, success } from '@/lib/core/result';
import { queueCommand, settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { idSchema } from '@/lib/tickets/schema';
import { DECISION_REASONS, decisionEnd, hallOpening } from './hall-opening';
import { presentOpening } from './presenter';
import { createHallBody, decideOpeningBody } from './schema';
import { recordHallChange, settleOpening } from './steps';

/**
 * Makes a whole hall: itself, its clock, zones, services, counters, classes, needs and outcomes, in one transaction.
 * Only the administrator and the house's own set-up may. `already-exists` when the slug is taken.
 */
export const createHall = settingsCommand({
  name: 'hall.create',
  input: createHallBody,
  permission: 'hall.create',
  locate: async () => success(null),
  async run(work, input) {
    const { tx, now } = work;
    const { zones, services, counters, classes, needs, outcomes, rounds, openingCheck, ...hall } = input;
    const hallId = work.newId();
    await tx.hall.create({
      data: {
        ...hall,
        // A hall with a check before opening opens by it, unless it says otherwise.
        openingCheck: openingCheck ?? rounds.some((round) => round.active && round.kind === 'preOpening'),
        id: hallId,
        createdAt: now,
        updatedAt: now,
      },
    });
    await tx.hallClock.create({ data: { hallId, version: 0 } });
    const identified = <T extends object>(list: readonly T[]) =>
      list.map((entry, sort) => ({ ...entry, id: work.newId(), hallId, sort }));

    const zoneRows = identified(zones);
    const zoneId = (code: string | undefined) => zoneRows.find((zone) => zone.code === code)?.id ?? null;
    const serviceRows = identified(services);
    const counterRows = counters.map((counter) => ({ ...counter, id: work.newId() }));
    await tx.zone.createMany({ data: zoneRows });
    await tx.service.createMany({
      data: serviceRows.map(({ zoneCode, bookable: _bookable, ...row }) => ({ ...row, zoneId: zoneId(zoneCode) })),
    });
    await tx.bookableService.createMany({
      data: serviceRows.flatMap(({ id, bookable }) => (bookable ? [{ ...bookable, serviceId: id, hallId }] : [])),
    });
    await tx.customerClass.createMany({ data: identified(classes) });
    await tx.specialNeed.createMany({ data: identified(needs) });
    await tx.outcome.createMany({ data: identified(outcomes) });
    await tx.counter.createMany({
      data: counterRows.map(({ id, number, stepFree, zoneCode }) => ({
        id,
        hallId,
        number,
        stepFree,
        zoneId: zoneId(zoneCode),
      })),
    });
    await tx.counterService.createMany({
      data: counterRows.flatMap((counter) =>
        serviceRows
          .filter((service) => counter.serviceCodes.includes(service.code))
          .map((service) => ({ counterId: counter.id, serviceId: service.id })),
      ),
    });
    // Looks at the new hall's hours and rounds for the first time, and from then on whenever they change.
    await work.setDeadline(hallId, 'hall.turn', hallId, now);
    await work.setDeadline(hallId, 'rounds.plan', hallId, now);
    await tx.roundTemplate.createMany({
      data: identified(rounds).map(({ items, everyMinutes, ...round }) => ({
        ...round,
        everyMinutes: everyMinutes ?? null,
        items: items.map((item) => ({ ...item, id: work.newId(), zoneCode: item.zoneCode ?? null })),
        createdAt: now,
        updatedAt: now,
      })),
    });
    await work.audit('hall.create', `hall:${hallId}`, null, {
      slug: hall.slug,
      names: hall.names,
      services: services.map((service) => service.code),
      counters: counters.map((counter) => counter.number),
    });
    return success({ id: hallId, slug: hall.slug });
  },
});

/**
 * The shift lead's word: the hall opens although its hours or its check say otherwise, closes early, or opens again. It
 * holds until the hours change next. Nothing happens where the hall is so already.
 */
export const decideOpening = queueCommand({
  name: 'hall.decideOpening',
  input: decideOpeningBody.extend({ hall: idSchema }),
  permission: 'hall.open',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { open, reason, note }) {
    const { state, now } = work;
    if (!(DECISION_REASONS[open ? 'open' : 'close'] as readonly string[]).includes(reason))
      return fail('invalid-input', { errors: [{ path: 'reason', message: 'does not fit the decision' }] });
    if (hallOpening(state, now).open === open) return success(presentOpening(state, now));
    const undecided = {
      decisionOpen: null,
      decisionAt: null,
      decisionUntil: null,
      decisionBy: null,
      decisionName: null,
      decisionReason: null,
    };
    const withoutWord = hallOpening(
      { config: work.config, opening: state.opening && { ...state.opening, ...undecided } },
      now,
    );
    const change =
      open && withoutWord.open
        ? undecided
        : {
            decisionOpen: open,
            decisionAt: now,
            decisionUntil: decisionEnd(work.config, now),
            decisionBy: work.by,
            decisionName: actorName(work.actor),
            decisionReason: note ? `${reason} ${note}` : reason,
          };
    await settleOpening(work, change, { reason });
    await recordHallChange(work, ['open']);
    return success(presentOpening(state, now));
  },
});

/** Time alone opened or closed the hall, or its hours were changed. */
export async function turnHall(work: Work): Promise<void> {
  await settleOpening(work);
}

/** The first time in a hall from before: from now on its openings are told and its rounds fall due. */
export const beginTurning = queueCommand({
  name: 'hall.beginTurning',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    await work.setDeadline('hall.turn', work.hallId, work.now);
    await work.setDeadline('rounds.plan', work.hallId, work.now);
    return success(null);
  },
});
