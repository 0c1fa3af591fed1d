import type { HallRecord } from './hall-record';
import type { RecordView } from './schema';

/** For those who lead: people are named. */
export function presentRecord(record: HallRecord): RecordView {
  return {
    id: record.id,
    kind: record.kind,
    heldOn: record.heldOn,
    heldAt: record.heldAt,
    leader: { id: record.leaderId, name: record.leaderName },
    attendeeCount: record.attendeeCount,
    attendees: record.attendees,
    guests: record.attendeeCount - record.attendees.length,
    topics: record.topics,
    decisions: record.decisions,
    items: record.items,
    createdAt: record.createdAt.toISOString(),
  };
}
