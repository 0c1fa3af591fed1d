import { careSchema } from '@/lib/care/schema';
import { localizedSchema, localizedTextSchema } from '@/lib/core/localized';
import { counterSchema } from '@/lib/counters/schema';
import { hallSchema } from '@/lib/halls/schema';
import { ratingSchema } from '@/lib/ratings/schema';
import {
  boardViewSchema,
  counterViewSchema,
  hallHeadSchema,
  liveViewSchema,
  queueRowSchema,
  queueViewSchema,
  serviceStateSchema,
} from '@/lib/realtime/contract';
import { serviceLevelSchema } from '@/lib/reports/schema';
import { pairableScreenSchema, pairedScreenSchema, screenSchema } from '@/lib/screens/schema';
import { createdKeySchema, keySchema, sessionSchema, staffSchema, whoSchema } from '@/lib/staff/schema';
import { customerTicketSchema, estimateSchema, issuedTicketSchema, ticketSchema } from '@/lib/tickets/schema';
import { eventSchema } from '@/lib/touchpoints/schema';
import { problemSchema } from './problem';

/** Schemas that the document names once and refers to, instead of writing it out at every route. */
export const NAMED_SCHEMAS = {
  Problem: problemSchema,
  Localized: localizedSchema,
  LocalizedText: localizedTextSchema,
  Estimate: estimateSchema,
  Ticket: ticketSchema,
  IssuedTicket: issuedTicketSchema,
  CustomerTicket: customerTicketSchema,
  Rating: ratingSchema,
  Counter: counterSchema,
  CareVisit: careSchema,
  Hall: hallSchema,
  HallHead: hallHeadSchema,
  QueueRow: queueRowSchema,
  ServiceState: serviceStateSchema,
  BoardView: boardViewSchema,
  QueueView: queueViewSchema,
  LiveView: liveViewSchema,
  CounterView: counterViewSchema,
  ServiceLevel: serviceLevelSchema,
  Event: eventSchema,
  Who: whoSchema,
  Session: sessionSchema,
  Staff: staffSchema,
  Key: keySchema,
  CreatedKey: createdKeySchema,
  Screen: screenSchema,
  PairableScreen: pairableScreenSchema,
  PairedScreen: pairedScreenSchema,
} as const;

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * The document with references in place of every copy of a named schema. The generator writes schemas out where they
 * are used; the whole would be ten times as long, and programs made from it would have a type for each copy.
 */
export function withReferences<D extends object>(document: D): D {
  const named = (document as { components?: { schemas?: Record<string, Json> } }).components?.schemas ?? {};
  const names = new Map(Object.entries(named).map(([name, schema]) => [JSON.stringify(schema), name]));
  const inside = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  const replace = (value: Json): Json => {
    const name = typeof value === 'object' && value !== null ? names.get(JSON.stringify(value)) : undefined;
    return name === undefined ? inside(value) : { $ref: `#/components/schemas/${name}` };
  };
  const { components, ...rest } = document as { components?: { [key: string]: Json } };
  const schemas = Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, inside(schema)]));
  return { ...(inside(rest as Json) as object), components: { ...components, schemas } } as D;
}
