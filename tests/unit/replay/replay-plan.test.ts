import { describe, expect, test } from 'vitest';
import { handlingTimes, openAt, planReplay, spread } from '@/lib/replay/replay-plan';
import { chooseDay, type LoggedTicket, parseLog } from '@/lib/replay/ticket-log';

const HEAD = 'office,date,queue_id,letter,service_name,number,issued_at,called_at,people_ahead,open_counters';

describe('reading a log', () => {
  test('one line a ticket, minutes from midnight', () => {
    const csv = `${HEAD}\nUD_Wola,2020-01-13,168,D,"D: Dowody, odbiór",13,08:11,17:31,2,3\n`;
    expect(parseLog(csv)).toEqual([
      {
        office: 'UD_Wola',
        date: '2020-01-13',
        queueId: '168',
        letter: 'D',
        serviceName: 'D: Dowody, odbiór',
        number: 13,
        issuedMinute: 491,
        calledMinute: 1051,
        peopleAhead: 2,
        openCounters: 3,
      },
    ]);
  });

  test('says which line is wrong and how', () => {
    const csv = `${HEAD}\nA,2020-01-13,1,D,x,1,08:11,08:12,0,1\nA,2020-01-13,1,DD,x,2,8:11,08:12,0,1\n`;
    expect(() => parseLog(csv)).toThrow(/Line 3 .*letter: one letter; issued_at: HH:MM/);
  });

  test('takes the busiest day unless told, and names what there is', () => {
    const lines = ['A,2020-01-13', 'A,2020-01-13', 'B,2020-01-14'].map((d, i) => `${d},1,D,x,${i},08:11,08:12,0,1`);
    const tickets = parseLog(`${HEAD}\n${lines.join('\n')}\n`);
    expect(chooseDay(tickets)).toHaveLength(2);
    expect(chooseDay(tickets, 'B')).toHaveLength(1);
    expect(() => chooseDay(tickets, 'B', '2020-01-13')).toThrow(/Offices: A, B. Days: 2020-01-13, 2020-01-14/);
  });
});

test('what was recorded together is spread over the time since the record before, in its order', () => {
  expect(spread([600, 600, 900, 2000], [600, 900, 2000])).toEqual([450, 600, 900, 2000]);
});

describe('handling times', () => {
  test('with people waiting, from the call of one customer to the same clerk’s next', () => {
    const calls = [100, 130, 200, 260, 330];
    const { handling } = handlingTimes([0, 0, 0, 0, 0], calls, () => 2);
    expect(handling.slice(0, 3)).toEqual([100, 130, 130]);
  });

  test('idle time is not handling', () => {
    const { handling, firstCall } = handlingTimes([0, 0, 0, 4000], [100, 160, 220, 4000], () => 1);
    expect(handling[2]).toBe(60);
    expect(firstCall).toEqual([100]);
  });
});

/** Plays a plan by its rules: first come, first served, at the counter that is free first. */
function playPlan(day: LoggedTicket[]): { logged: number[]; replayed: number[] } {
  const plan = planReplay(day);
  const logged: number[] = [];
  const replayed: number[] = [];
  for (const [queue, { clerkFrom, staffing }] of plan.queues.entries()) {
    const free = [...clerkFrom];
    for (const ticket of plan.tickets.filter((t) => t.queue === queue)) {
      const starts = free.map((at, i) => {
        const start = Math.max(at, ticket.issueAt);
        if (i < openAt(staffing, start)) return start;
        return staffing.find((s) => s.second > start && s.open > i)?.second ?? Number.POSITIVE_INFINITY;
      });
      const at = Math.min(...starts);
      free[starts.indexOf(at)] = at + ticket.handlingSeconds;
      replayed.push(at - ticket.issueAt);
      logged.push(ticket.loggedWaitSeconds);
    }
  }
  return { logged, replayed };
}

test('a plan brings the waits of the log again', () => {
  // A queue whose two, later three, clerks cannot keep up for an hour.
  const day: LoggedTicket[] = [];
  const free = [480, 480, 546];
  for (let i = 0; i < 60; i += 1) {
    const issued = 480 + Math.floor(i * 2.2);
    const clerk = free.indexOf(Math.min(...free));
    const called = Math.max(issued, free[clerk] ?? 0);
    free[clerk] = called + 6 + (i % 4);
    day.push({
      office: 'A',
      date: '2020-01-13',
      queueId: '1',
      letter: 'A',
      serviceName: 'A: Wait',
      number: i + 1,
      issuedMinute: issued,
      calledMinute: called,
      peopleAhead: 0,
      openCounters: issued < 546 ? 2 : 3,
    });
  }
  const { logged, replayed } = playPlan(day);
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  expect(mean(logged)).toBeGreaterThan(300);
  expect(Math.abs(mean(replayed) - mean(logged))).toBeLessThan(60);
});
