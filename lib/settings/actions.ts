'use server';

import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { actorFrom } from '@/lib/auth/identity';
import { apiKeySecret, pairingCode, webhookSecret } from '@/lib/auth/secrets';
import { revokeSession } from '@/lib/auth/sign-in';
import { saveComplaintRules } from '@/lib/complaint-rules/commands';
import type { ErrorCode, Failure } from '@/lib/core/errors';
import { fail, type Result, success } from '@/lib/core/result';
import { discardLetter, sendAgain } from '@/lib/deliveries/commands';
import type { Caller } from '@/lib/door/command';
import { execute } from '@/lib/door/execute';
import { type House, house } from '@/lib/door/house';
import { createHall } from '@/lib/halls/commands';
import { findHallId } from '@/lib/halls/queries';
import { env } from '@/lib/platform/env';
import { addPrinter, changePrinter, printTest } from '@/lib/printing/commands';
import { PRINT_ASKED } from '@/lib/printing/print-job';
import { DEFAULT_ROUNDS } from '@/lib/rounds/default-rounds';
import { createScreen, offerPairing, revokeScreen } from '@/lib/screens/commands';
import {
  createApiKey,
  createStaff,
  revokeApiKey,
  setStaffActive,
  setStaffPassword,
  setStaffRoles,
  updateStaff,
} from '@/lib/staff/commands';
import { findStaff } from '@/lib/staff/queries';
import type { Role } from '@/lib/staff/roles';
import type { RoleInHall } from '@/lib/staff/schema';
import { idSchema } from '@/lib/tickets/schema';
import { changeWebhook, createWebhook, renewWebhookSecret } from '@/lib/webhooks/commands';
import { secondsText } from './clock-text';
import {
  removeException,
  saveBookableService,
  saveBookingRules,
  saveCounter,
  saveCustomerClass,
  saveException,
  saveHallFacts,
  saveHallLimits,
  saveOutcome,
  saveService,
  saveSpecialNeed,
  saveSuggestion,
  saveWeeklyHours,
  saveZone,
} from './commands';
import { type Issue, problemText } from './field-problem';
import { FORM_SCHEMAS, type FormInput } from './form-schema';
import { type SectionKey, settingsPath } from './section';
import { type FormKey, isFormKey } from './settings-form';

/** Which form of which hall, and which entry of it; given to the page by the server and back by it. */
export interface FormTarget {
  form: FormKey;
  /** Slug; "" where there is no hall yet. */
  hall: string;
  id?: string;
}

export interface SettingsAnswer {
  lastResult?: SubmissionResult;
  /** Rises with every time that something was saved and the page stays. */
  saved?: number;
  /** Shown once: a key's secret, or a screen's pairing code. */
  secret?: string;
}

type Outcome = Promise<Result<unknown>>;
type Run<K extends FormKey> = (house: House, caller: Caller, target: FormTarget, input: FormInput<K>) => Outcome;

/** Roles in one hall as roles of a person: the administrator's belongs to no hall. */
function inHall(roles: readonly Role[], hallId: string): RoleInHall[] {
  return roles.map((role) => ({ hallId: role === 'admin' ? null : hallId, role }));
}

/** What each form does. */
const RUN: { [K in FormKey]: Run<K> } = {
  hall: (open, caller, { hall }, input) => execute(open, caller, saveHallFacts, { hall, ...input }),
  hours: (open, caller, { hall }, input) => execute(open, caller, saveWeeklyHours, { hall, ...input }),
  limits: (open, caller, { hall }, input) => execute(open, caller, saveHallLimits, { hall, ...input }),
  bookings: (open, caller, { hall }, input) => execute(open, caller, saveBookingRules, { hall, ...input }),
  bookable: (open, caller, { hall, id = '' }, input) =>
    execute(open, caller, saveBookableService, { hall, id, ...input }),
  exception: (open, caller, { hall, id }, input) => execute(open, caller, saveException, { hall, id, ...input }),
  complaints: (open, caller, { hall }, input) => execute(open, caller, saveComplaintRules, { hall, ...input }),
  zone: (open, caller, { hall, id }, input) => execute(open, caller, saveZone, { hall, id, ...input }),
  service: (open, caller, { hall, id }, input) => execute(open, caller, saveService, { hall, id, ...input }),
  counter: (open, caller, { hall, id }, input) => execute(open, caller, saveCounter, { hall, id, ...input }),
  class: (open, caller, { hall, id }, input) => execute(open, caller, saveCustomerClass, { hall, id, ...input }),
  need: (open, caller, { hall, id }, input) => execute(open, caller, saveSpecialNeed, { hall, id, ...input }),
  outcome: (open, caller, { hall, id }, input) => execute(open, caller, saveOutcome, { hall, id, ...input }),
  suggestion: (open, caller, { hall, id }, input) => execute(open, caller, saveSuggestion, { hall, id, ...input }),
  async newPerson(open, caller, { hall }, { roles, locale, ...input }) {
    const hallId = await findHallId(open.db, hall);
    if (!hallId) return fail('not-found');
    const person = { ...input, roles: inHall(roles, hallId), ...(locale ? { locale } : {}) };
    return execute(open, caller, createStaff, person);
  },
  person: (open, caller, { id = '' }, input) => execute(open, caller, updateStaff, { staffId: id, ...input }),
  async roles(open, caller, { hall, id = '' }, { roles }) {
    const hallId = await findHallId(open.db, hall);
    const person = await findStaff(open.db, id);
    if (!(hallId && person)) return fail('not-found');
    // Only this hall's roles are on the page: those of other halls stay.
    const elsewhere = person.roles.filter((role) => role.hallId !== null && role.hallId !== hallId);
    return execute(open, caller, setStaffRoles, { staffId: id, roles: [...elsewhere, ...inHall(roles, hallId)] });
  },
  password: (open, caller, { id = '' }, { password }) =>
    execute(open, caller, setStaffPassword, { staffId: id, password }),
  async key(open, caller, { hall }, input) {
    const made = await execute(open, caller, createApiKey, { hall, ...input });
    return made.ok ? success({ secret: apiKeySecret(open.secret, made.value.id) }) : made;
  },
  async screen(open, caller, { hall }, input) {
    const made = await execute(open, caller, createScreen, { hall, ...input });
    return made.ok ? success({ secret: pairingCode(open.secret, made.value.id, made.value.codeMadeAt) }) : made;
  },
  async webhook(open, caller, { hall, id }, input) {
    if (id) return execute(open, caller, changeWebhook, { webhookId: id, ...input });
    const made = await execute(open, caller, createWebhook, { hall, ...input });
    return made.ok ? success({ secret: secretOf(open, made.value) }) : made;
  },
  printer: (open, caller, { hall, id }, input) =>
    id
      ? execute(open, caller, changePrinter, { printerId: id, change: input })
      : execute(open, caller, addPrinter, { hall, ...input }),
  newHall: (open, caller, _target, input) => execute(open, caller, createHall, { ...input, rounds: DEFAULT_ROUNDS }),
};

/** The secret of a webhook, to be shown this once. */
function secretOf(open: House, { id, secretMadeAt }: { id: string; secretMadeAt: string }): string {
  return webhookSecret(open.secret, id, new Date(secretMadeAt));
}

/** The field that must be unlike all others, where the database found it was not. */
const UNIQUE: Partial<Record<FormKey, string>> = {
  exception: 'date',
  zone: 'code',
  service: 'code',
  class: 'code',
  need: 'code',
  outcome: 'code',
  suggestion: 'code',
  counter: 'number',
  newPerson: 'username',
  person: 'username',
  newHall: 'slug',
  webhook: 'name',
  printer: 'name',
};

/** Entries that have a page of their own go back to their list, which shows them as saved. */
const BACK_TO: Partial<Record<FormKey, SectionKey>> = {
  exception: 'hours',
  zone: 'zones',
  service: 'services',
  counter: 'counters',
  class: 'classes',
  need: 'needs',
  outcome: 'outcomes',
  suggestion: 'suggestions',
  newPerson: 'staff',
  printer: 'printers',
};

const targetSchema = z.object({ form: z.string(), hall: z.string().max(100), id: idSchema.optional() });

async function callerOf(open: House): Promise<Caller> {
  const found = await actorFrom(open, await headers());
  return { actor: found.ok ? found.value : { kind: 'anonymous' } };
}

/** Saves one form of the settings. What was typed comes back with an error, except passwords. */
export async function saveSettings(
  target: FormTarget,
  before: SettingsAnswer,
  form: FormData,
): Promise<SettingsAnswer> {
  const given = targetSchema.safeParse(target);
  if (!(given.success && isFormKey(given.data.form))) return before;
  // A form without script brings Next's own fields along.
  for (const name of [...form.keys()]) if (name.startsWith('$ACTION')) form.delete(name);
  return save({ ...given.data, form: given.data.form }, before, form);
}

async function save<K extends FormKey>(
  target: FormTarget & { form: K },
  before: SettingsAnswer,
  form: FormData,
): Promise<SettingsAnswer> {
  const t = await getTranslations('settings.problem');
  const tell = (issue: Issue) => {
    const { key, limit } = problemText(issue);
    const isTime = key === 'timeAtLeast' || key === 'timeAtMost';
    return t(key, { limit: isTime && limit !== undefined ? secondsText(limit) : (limit ?? 0) });
  };
  const submission = parseWithZod<z.ZodType<FormInput<K>>, string[]>(form, {
    schema: FORM_SCHEMAS[target.form] as unknown as z.ZodType<FormInput<K>>,
    formatError: (issues) => issues.map((issue) => tell(issueOf(issue))),
  });
  const hideFields = ['password'];
  // Adding or removing a line of a list (without script), or something does not fit.
  if (submission.status !== 'success') return { lastResult: submission.reply({ hideFields }) };

  const open = house();
  const done = await RUN[target.form](open, await callerOf(open), target, submission.value as FormInput<K>);
  if (!done.ok) {
    const { fieldErrors, formErrors } = await refusal(target.form, done.failure, tell);
    return { lastResult: submission.reply({ fieldErrors, formErrors, hideFields }) };
  }
  const id = target.id ?? idIn(done.value);
  if (target.form === 'newHall') redirect(settingsPath(slugIn(done.value), 'hall'));
  const list = BACK_TO[target.form];
  revalidatePath(settingsPath(target.hall), 'layout');
  if (list) redirect(`${settingsPath(target.hall, list)}?saved=${encodeURIComponent(id)}`);
  const secret = (done.value as { secret?: string } | null)?.secret;
  const stays = secret === undefined && target.form !== 'password';
  return {
    lastResult: stays ? submission.reply({ hideFields }) : submission.reply({ resetForm: true }),
    saved: (before.saved ?? 0) + 1,
    secret,
  };
}

function idIn(value: unknown): string {
  return (value as { id?: string } | null)?.id ?? '';
}

function slugIn(value: unknown): string {
  return (value as { slug?: string } | null)?.slug ?? '';
}

/** A validator's issue in the words of `problemText`. */
function issueOf(issue: z.core.$ZodIssue): Issue {
  const { path, message, code } = issue;
  const { origin, minimum, maximum, input } = issue as {
    origin?: string;
    minimum?: unknown;
    maximum?: unknown;
    input?: unknown;
  };
  const missing = code === 'invalid_type' && (input === undefined || message.endsWith('received undefined'));
  return { path: path.join('.'), message, code, origin, minimum, maximum, missing };
}

/** A command's refusal, beside its field where it has one, otherwise above the form. */
async function refusal(form: FormKey, failure: Failure, tell: (issue: Issue) => string) {
  const fieldErrors: Record<string, string[]> = {};
  const unique = failure.code === 'already-exists' ? UNIQUE[form] : undefined;
  if (unique) {
    const t = await getTranslations('settings.problem');
    return { fieldErrors: { [unique]: [t('exists')] }, formErrors: undefined };
  }
  for (const { path, message, code } of failure.errors ?? []) fieldErrors[path] = [tell({ path, message, code })];
  if (Object.keys(fieldErrors).length > 0) return { fieldErrors, formErrors: undefined };
  return { fieldErrors, formErrors: [await refusalText(form, failure.code)] };
}

async function refusalText(form: FormKey, code: ErrorCode): Promise<string> {
  const inUse = await getTranslations('settings.inUse');
  if (code === 'in-use' && form === 'counter') return inUse('counter');
  if (code === 'in-use' && form === 'roles') return inUse('administrator');
  return (await getTranslations('errors'))(code);
}

/** What a single button does to an entry. */
export type EntryAct =
  | 'removeException'
  | 'deactivatePerson'
  | 'activatePerson'
  | 'endSession'
  | 'revokeKey'
  | 'revokeScreen'
  | 'offerPairing'
  | 'renewWebhookSecret'
  | 'sendAgain'
  | 'discardLetter'
  | 'testPrinter';

export interface ActAnswer {
  /** A translated refusal. */
  problem?: string;
  /** A new pairing code. */
  secret?: string;
  done?: boolean;
}

const actSchema = z.object({ act: z.string(), hall: z.string().max(100), id: idSchema });

/** Does one thing to one entry: removes, ends or revokes it. */
export async function actOnEntry(
  target: { act: EntryAct; hall: string; id: string },
  _before: ActAnswer,
  _form: FormData,
): Promise<ActAnswer> {
  const given = actSchema.safeParse(target);
  if (!given.success) return {};
  const { hall, id } = given.data;
  const open = house();
  const caller = await callerOf(open);
  const done = await act(target.act, open, caller, hall, id);
  if (!done.ok) {
    const { code } = done.failure;
    const t = await getTranslations('settings.inUse');
    return { problem: code === 'in-use' ? t('administrator') : (await getTranslations('errors'))(code) };
  }
  revalidatePath(settingsPath(hall), 'layout');
  return { done: true, secret: (done.value as { secret?: string } | null)?.secret };
}

/** Where customers reach this server, without a slash at the end. */
async function ownOrigin(): Promise<string> {
  return env().BASE_URL?.replace(/\/+$/, '') ?? `http://${(await headers()).get('host')}`;
}

async function act(what: EntryAct, open: House, caller: Caller, hall: string, id: string): Outcome {
  switch (what) {
    case 'removeException':
      return execute(open, caller, removeException, { hall, id });
    case 'deactivatePerson':
      return execute(open, caller, setStaffActive, { staffId: id, active: false });
    case 'activatePerson':
      return execute(open, caller, setStaffActive, { staffId: id, active: true });
    case 'endSession':
      return revokeSession(open, caller.actor, id);
    case 'revokeKey':
      return execute(open, caller, revokeApiKey, { keyId: id });
    case 'revokeScreen':
      return execute(open, caller, revokeScreen, { screenId: id });
    case 'testPrinter': {
      const test = await execute(open, caller, printTest, { printerId: id, followUrl: await ownOrigin() });
      if (test.ok) open.bus.emit(PRINT_ASKED);
      return test.ok ? success(null) : test;
    }
    case 'offerPairing': {
      const made = await execute(open, caller, offerPairing, { screenId: id });
      return made.ok ? success({ secret: pairingCode(open.secret, id, made.value.codeMadeAt) }) : made;
    }
    case 'renewWebhookSecret': {
      const made = await execute(open, caller, renewWebhookSecret, { webhookId: id });
      return made.ok ? success({ secret: secretOf(open, made.value) }) : made;
    }
    case 'sendAgain':
      return execute(open, caller, sendAgain, { deliveryId: id });
    case 'discardLetter':
      return execute(open, caller, discardLetter, { deliveryId: id });
    default:
      return fail('invalid-input');
  }
}
