import { OpenAPIHono } from '@hono/zod-openapi';
import { approachRoutes } from '@/lib/approaches/routes';
import { attachmentRoutes } from '@/lib/attachments/routes';
import { bookingRoutes } from '@/lib/bookings/routes';
import { campaignRoutes } from '@/lib/campaigns/routes';
import { careRoutes } from '@/lib/care/routes';
import { complaintRuleRoutes } from '@/lib/complaint-rules/routes';
import { complaintRoutes } from '@/lib/complaints/routes';
import { ERROR_CODES, type ErrorCode } from '@/lib/core/errors';
import { counterRoutes } from '@/lib/counters/routes';
import { deliveryRoutes } from '@/lib/deliveries/routes';
import { diversionRoutes } from '@/lib/diversions/routes';
import type { House } from '@/lib/door/house';
import { enquiryRoutes } from '@/lib/enquiries/routes';
import { followUpRoutes } from '@/lib/follow-ups/routes';
import { hallRoutes } from '@/lib/halls/routes';
import { helpRoutes } from '@/lib/help/routes';
import { hotlineRoutes } from '@/lib/hotline/routes';
import { journeyRoutes } from '@/lib/journey/routes';
import { kioskRoutes } from '@/lib/kiosk/routes';
import { knowledgeRoutes } from '@/lib/knowledge/routes';
import { loanRoutes } from '@/lib/loans/routes';
import { lostFoundRoutes } from '@/lib/lost-found/routes';
import { machineRoutes } from '@/lib/machines/routes';
import { noticeRoutes } from '@/lib/notices/routes';
import { offlineRoutes } from '@/lib/offline/routes';
import { env } from '@/lib/platform/env';
import { perHouse } from '@/lib/platform/per-house';
import { printingRoutes } from '@/lib/printing/routes';
import { promotionRoutes } from '@/lib/promotions/routes';
import { ratingRoutes } from '@/lib/ratings/routes';
import { recordRoutes } from '@/lib/records/routes';
import { reportRoutes } from '@/lib/reports/routes';
import { roundRoutes } from '@/lib/rounds/routes';
import { saleRoutes } from '@/lib/sales/routes';
import { screenRoutes } from '@/lib/screens/routes';
import { colleagueRoutes, keyRoutes, sessionRoutes, setupRoutes, staffRoutes } from '@/lib/staff/routes';
import { staffingRoutes } from '@/lib/staffing/routes';
import { stationRoutes } from '@/lib/stations/routes';
import { suggestionRoutes } from '@/lib/suggestions/routes';
import { ticketRoutes } from '@/lib/tickets/routes';
import { touchpointRoutes } from '@/lib/touchpoints/routes';
import { unacceptedRoutes } from '@/lib/unaccepted/routes';
import { visitContextRoutes } from '@/lib/visit-context/routes';
import { waitingRoutes } from '@/lib/waiting/routes';
import { weakPointRoutes } from '@/lib/weak-points/routes';
import { webhookRoutes } from '@/lib/webhooks/routes';
import { healthRoutes } from './health';
import { describeRoute, openApiDocument } from './openapi';
import { problemResponse } from './problem';
import type { Route } from './route';
import { serve } from './serve';
import { testClockRoutes } from './test-clock';

export const API_PATH = '/api/v1';

/** Every route of the API, in the order of the document; with the test switch one more, to set the clock. */
export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...setupRoutes,
  ...hallRoutes,
  ...counterRoutes,
  ...ticketRoutes,
  ...offlineRoutes,
  ...printingRoutes,
  ...bookingRoutes,
  ...ratingRoutes,
  ...careRoutes,
  ...visitContextRoutes,
  ...suggestionRoutes,
  ...helpRoutes,
  ...unacceptedRoutes,
  ...followUpRoutes,
  ...loanRoutes,
  ...lostFoundRoutes,
  ...complaintRoutes,
  ...complaintRuleRoutes,
  ...hotlineRoutes,
  ...reportRoutes,
  ...waitingRoutes,
  ...staffingRoutes,
  ...touchpointRoutes,
  ...approachRoutes,
  ...enquiryRoutes,
  ...knowledgeRoutes,
  ...stationRoutes,
  ...journeyRoutes,
  ...promotionRoutes,
  ...campaignRoutes,
  ...weakPointRoutes,
  ...recordRoutes,
  ...machineRoutes,
  ...diversionRoutes,
  ...saleRoutes,
  ...noticeRoutes,
  ...webhookRoutes,
  ...deliveryRoutes,
  ...staffRoutes,
  ...colleagueRoutes,
  ...keyRoutes,
  ...screenRoutes,
  ...kioskRoutes,
  ...roundRoutes,
  ...attachmentRoutes,
  ...healthRoutes,
];

/** The API of a house: `fetch(request)` answers every request below /api/v1. */
export function api(house: House): OpenAPIHono {
  return perHouse(house, 'api', () => build(house, env().TEST_CLOCK ? [...ROUTES, ...testClockRoutes] : ROUTES));
}

function build(house: House, routes: readonly Route[]): OpenAPIHono {
  const app = new OpenAPIHono();
  const methods = new Map<string, Set<string>>();
  app.use('*', async (context, next) => {
    // Hono takes broken percent-signs as they are; a database or a log would get half a letter.
    if (!isDecodable(context.req.raw.url)) {
      context.res = problemResponse({
        code: 'invalid-input',
        errors: [{ path: 'path', message: 'is not valid percent-encoding' }],
      });
      return;
    }
    await next();
  });
  for (const route of routes) {
    const path = API_PATH + route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(path, (methods.get(path) ?? new Set()).add(route.method.toUpperCase()));
    app.openAPIRegistry.registerPath(describeRoute(route));
    app.on(route.method.toUpperCase(), path, (context) => serve(house, route, context));
  }
  let document: string | undefined;
  methods.set(`${API_PATH}/openapi.json`, new Set(['GET']));
  app.get(`${API_PATH}/openapi.json`, () => {
    document ??= JSON.stringify(openApiDocument(app));
    return new Response(document, { headers: { 'content-type': 'application/json' } });
  });
  methods.set(`${API_PATH}/problems/:code`, new Set(['GET']));
  app.get(`${API_PATH}/problems/:code`, (context) => explain(context.req.param('code')));

  for (const [path, allowed] of methods) {
    const allow = [...allowed, ...(allowed.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    app.all(path, (context) =>
      context.req.method === 'OPTIONS'
        ? new Response(null, { status: 204, headers: { allow } })
        : problemResponse({ code: 'method-not-allowed', detail: `Allowed: ${allow}.` }, new Headers({ allow })),
    );
  }
  app.notFound(() => problemResponse({ code: 'not-found', detail: 'There is no such address in this API.' }));
  app.onError(() => problemResponse({ code: 'internal' }));
  return app;
}

function isDecodable(address: string): boolean {
  try {
    const { pathname, search } = new URL(address);
    decodeURIComponent(pathname);
    decodeURIComponent(search.replaceAll('+', ' '));
    return true;
  } catch {
    return false;
  }
}

/** What a code means, at the address that problem documents name. */
function explain(code: string): Response {
  if (!Object.hasOwn(ERROR_CODES, code)) return problemResponse({ code: 'not-found' });
  const { status, title } = ERROR_CODES[code as ErrorCode];
  return Response.json({ code, status, title });
}
