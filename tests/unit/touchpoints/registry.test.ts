import { describe, expect, it } from 'vitest';
import en from '@/lib/i18n/messages/en.json';
import { EVENT_KINDS } from '@/lib/touchpoints/events';
import { TOUCHPOINTS } from '@/lib/touchpoints/registry';
import type { TouchpointDefinition } from '@/lib/touchpoints/touchpoint';

const definitions: readonly TouchpointDefinition[] = TOUCHPOINTS;
const standards = en.standards as Record<string, Record<string, string>>;
const names = en.touchpoints as Record<string, string>;

describe.each(definitions)('$key', ({ key, events, moves = [], standards: rules }) => {
  it('has a name, and each of its standards has one', () => {
    expect(names[key]).toBeTruthy();
    expect(rules.filter(({ code }) => !standards[key]?.[code]).map(({ code }) => code)).toEqual([]);
  });

  it('names each standard once, and moves people by its own events only', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    expect(moves.filter((kind) => !events.includes(kind))).toEqual([]);
  });
});

it('has a name for each kind of event, in the sheet behind a number', () => {
  const kinds = en.eventKinds as Record<string, Record<string, string>>;
  const unnamed = Object.keys(EVENT_KINDS).filter((kind) => {
    const [subject = '', what = ''] = kind.split('.');
    return !kinds[subject]?.[what];
  });
  expect(unnamed).toEqual([]);
});

it('has no kind of event at two touchpoints', () => {
  const kinds = definitions.flatMap(({ events }) => events);
  expect(kinds.filter((kind, i) => kinds.indexOf(kind) !== i)).toEqual([]);
});
