import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { webhookSecret } from '@/lib/auth/secrets';
import { fail, type Result, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { changeWebhook, createWebhook, renewWebhookSecret } from './commands';
import { listWebhooks } from './queries';
import {
  type WebhookView,
  webhookBody,
  webhookChange,
  webhookParams,
  webhookSchema,
  webhookWithSecretSchema,
} from './schema';

const hallParams = z.object({ hall: idSchema });

function withSecret(houseSecret: string, made: Result<WebhookView>) {
  if (!made.ok) return made;
  const { id, secretMadeAt } = made.value;
  return success({ ...made.value, secret: webhookSecret(houseSecret, id, new Date(secretMadeAt)) });
}

export const webhookRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/webhooks',
    tag: 'notices',
    summary: 'Programs that are told of tickets',
    who: ['webhook.manage'],
    params: hallParams,
    query: pageQuery,
    answer: pageOf(webhookSchema),
    async run({ house, actor, params, query }) {
      const hallId = await findHallId(house.db, params.hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'webhook.manage', hallId)) return fail(refusal(actor, hallId));
      const rows = await listWebhooks(house.db, hallId, { after: query.after, limit: query.limit + 1 });
      return success(page(rows, query.limit, (row) => row.id));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/webhooks',
    tag: 'notices',
    summary: 'Tell a program of tickets',
    description: 'Answers the secret with which messages are signed, this once. See docs/webhooks.md.',
    who: ['webhook.manage'],
    params: hallParams,
    body: webhookBody,
    status: 201,
    answer: webhookWithSecretSchema,
    refusals: ['already-exists'],
    run: async ({ house, caller, params, body }) =>
      withSecret(house.secret, await execute(house, caller, createWebhook, { hall: params.hall, ...body })),
  }),
  defineRoute({
    method: 'patch',
    path: '/webhooks/{webhook}',
    tag: 'notices',
    summary: 'Change a webhook, or switch it off',
    who: ['webhook.manage'],
    params: webhookParams,
    body: webhookChange,
    answer: webhookSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, changeWebhook, { webhookId: params.webhook, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/webhooks/{webhook}/secret',
    tag: 'notices',
    summary: 'Another secret for a webhook',
    description: 'The old one is good for nothing from this moment on.',
    who: ['webhook.manage'],
    params: webhookParams,
    status: 201,
    answer: webhookWithSecretSchema,
    run: async ({ house, caller, params }) =>
      withSecret(house.secret, await execute(house, caller, renewWebhookSecret, { webhookId: params.webhook })),
  }),
];
