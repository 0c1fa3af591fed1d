import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { SettingsWork } from '@/lib/door/settings-work';
import { followEvents } from '@/lib/notices/steps';
import { env } from '@/lib/platform/env';
import { addressProblem } from '@/lib/platform/outgoing';
import { idSchema } from '@/lib/tickets/schema';
import { findWebhook, locateWebhook } from './queries';
import { insertWebhook, updateWebhook } from './repository';
import { type WebhookView, webhookBody, webhookChange } from './schema';

/*
 * Receivers of a hall's notices. Only an administrator makes them: what is sent leaves the house. The secret is not kept
 * with the answer; the door adds it, from the moment at which it was made.
 */

const one = z.strictObject({ webhookId: idSchema });

function wrongAddress(url: string): Result<never> | null {
  const problem = addressProblem(url, env().WEBHOOKS_PRIVATE);
  return problem ? fail('invalid-input', { errors: [{ path: 'url', message: problem, code: 'address' }] }) : null;
}

async function saved(work: SettingsWork, id: string): Promise<Result<WebhookView>> {
  const webhook = await findWebhook(work.tx, id);
  return webhook ? success(webhook) : fail('not-found');
}

export const createWebhook = settingsCommand({
  name: 'webhook.create',
  input: webhookBody.extend({ hall: idSchema }),
  permission: 'webhook.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { hall: _hall, ...data }) {
    const wrong = wrongAddress(data.url);
    if (wrong) return wrong;
    const id = work.newId();
    const hallId = work.hallId as string;
    await followEvents(work.tx, hallId);
    const { now } = work;
    await insertWebhook(work.tx, { id, hallId, ...data, secretMadeAt: now, createdAt: now, createdBy: work.by });
    await work.audit('webhook.create', `webhook:${id}`, null, data);
    return saved(work, id);
  },
});

export const changeWebhook = settingsCommand({
  name: 'webhook.change',
  input: webhookChange.extend({ webhookId: idSchema }),
  permission: 'webhook.manage',
  locate: ({ db }, { webhookId }) => locateWebhook(db, webhookId),
  async run(work, { webhookId, ...change }) {
    const wrong = change.url === undefined ? null : wrongAddress(change.url);
    if (wrong) return wrong;
    const before = await findWebhook(work.tx, webhookId);
    if (!before) return fail('not-found');
    if (change.active && !before.active) await followEvents(work.tx, before.hallId);
    await updateWebhook(work.tx, webhookId, change);
    const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof WebhookView]]));
    await work.audit('webhook.change', `webhook:${webhookId}`, was, change);
    return saved(work, webhookId);
  },
});

/** Another secret: from now on messages are signed with it. */
export const renewWebhookSecret = settingsCommand({
  name: 'webhook.renewSecret',
  input: one,
  permission: 'webhook.manage',
  locate: ({ db }, { webhookId }) => locateWebhook(db, webhookId),
  async run(work, { webhookId }) {
    await updateWebhook(work.tx, webhookId, { secretMadeAt: work.now });
    await work.audit('webhook.renewSecret', `webhook:${webhookId}`, null, null);
    return saved(work, webhookId);
  },
});
