import { beforeEach, expect, it } from 'vitest';
import { saveComplaintRules } from '@/lib/complaint-rules/commands';
import { registerComplaint } from '@/lib/complaints/commands';
import { DEFAULT_RULES } from '@/lib/complaints/complaint-rules';
import { loadComplaintForm } from '@/lib/complaints/loaders';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database, '2026-03-02T02:00:00Z');
  hall = await buildHall(house);
});

const complaint = () => ({
  hall: hall.id,
  category: 'wait' as const,
  words: 'Too long',
  remedies: [{ kind: 'gift' as const, amount: 30 }],
});

it('what the manager decides holds from the next complaint on, and is kept with what was before', async () => {
  const guide = buildStaff(hall.id, 'guide');
  const before = await run(house, guide, registerComplaint, complaint());
  expect(before.remedies).toMatchObject([{ state: 'asked' }]);
  const rules = {
    ...DEFAULT_RULES,
    promiseHours: { ...DEFAULT_RULES.promiseHours, wait: 1 },
    remedyLimits: { ...DEFAULT_RULES.remedyLimits, guide: 30 },
    warnMinutes: 20,
    leadMinutes: 20,
    managerMinutes: 10,
  };
  await run(house, buildStaff(hall.id, 'manager'), saveComplaintRules, { hall: hall.id, ...rules });
  const after = await run(house, guide, registerComplaint, complaint());
  expect(after.remedies).toMatchObject([{ state: 'granted' }]);
  expect(after.promisedAt).toBe('2026-03-02T03:00:00.000Z');
  expect(await loadComplaintForm(house, hall.id, guide)).toMatchObject({ ok: true, value: { limit: 30 } });
  // A promise that was made stays.
  const kept = await house.db.complaint.findUniqueOrThrow({ where: { id: before.id } });
  expect(kept.promisedAt.toISOString()).toBe('2026-03-02T06:00:00.000Z');
  const audit = await house.db.auditEntry.findFirstOrThrow({ where: { action: 'complaint.saveRules' } });
  expect([audit.before, audit.after]).toMatchObject([{ warnMinutes: 240 }, { warnMinutes: 20 }]);
});

it('a ladder in the wrong order and a role that is none are refused', async () => {
  const manager = buildStaff(hall.id, 'manager');
  const wrong = { hall: hall.id, ...DEFAULT_RULES, warnMinutes: 10 };
  expect(await refused(house, manager, saveComplaintRules, wrong)).toMatchObject({
    code: 'invalid-input',
    errors: [{ path: 'warnMinutes' }],
  });
  const { manager: _, ...limits } = DEFAULT_RULES.remedyLimits;
  expect(
    await refused(house, manager, saveComplaintRules, { ...wrong, warnMinutes: 240, remedyLimits: limits } as never),
  ).toMatchObject({ code: 'invalid-input' });
  expect(
    await refused(house, buildStaff(hall.id, 'shiftLead'), saveComplaintRules, { hall: hall.id, ...DEFAULT_RULES }),
  ).toMatchObject({ code: 'forbidden' });
});
