import { type Actor, belongsTo, rolesIn } from './actor';
import type { Role } from './roles';

/**
 * Who may do what, in one table. A permission lists the staff roles that have it in their hall, and which other
 * actors (kiosk and display screens, the ticket's customer, anybody) have it too. The administrator has all of it.
 */
interface Grant {
  roles: readonly Role[];
  screens?: readonly string[];
  customer?: boolean;
  anyone?: boolean;
  /** Only the house itself: its clockwork and its own set-up. */
  house?: boolean;
}

const ALL_STAFF = ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'hotline'] as const;
const FLOOR_STAFF = ['guide', 'floor', 'shiftLead', 'manager'] as const;
const QUEUE_STAFF = ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] as const;

export const PERMISSIONS = {
  'hall.read': { roles: ALL_STAFF, screens: ['display', 'door', 'kiosk', 'rating'], customer: true, anyone: true },
  'board.read': { roles: ALL_STAFF, screens: ['display', 'door', 'kiosk', 'rating'], customer: true, anyone: true },
  'queue.read': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'counter.read': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'live.read': { roles: ['shiftLead', 'manager'] },
  'signals.read': { roles: ALL_STAFF },
  'report.read': { roles: ['shiftLead', 'manager'] },
  'staffing.read': { roles: ['shiftLead', 'manager'] },
  'staffing.plan': { roles: ['manager'] },
  'journey.read': { roles: ['shiftLead', 'manager'] },
  'event.read': { roles: ['shiftLead', 'manager'] },
  'event.record': { roles: ALL_STAFF },
  'ticket.read': { roles: ALL_STAFF, customer: true },
  'ticket.issue': { roles: FLOOR_STAFF, screens: ['kiosk'] },
  // Numbers kept for a break of the connection, and the tickets that were given out in one.
  'ticket.issueOffline': { roles: FLOOR_STAFF },
  // One more service for a customer who is here already: the clerk need not send him back to the guide.
  'ticket.addService': { roles: [...FLOOR_STAFF, 'clerk'] },
  // A kiosk prints what it has just issued itself, and nothing else: the command looks.
  'ticket.print': { roles: FLOOR_STAFF, screens: ['kiosk'] },
  'slip.settle': { roles: FLOOR_STAFF },
  'printing.read': { roles: FLOOR_STAFF },
  'printer.manage': { roles: ['manager'] },
  'ticket.issueRemote': { roles: [...FLOOR_STAFF, 'hotline'], anyone: true },
  'ticket.checkIn': { roles: FLOOR_STAFF, screens: ['kiosk'], customer: true },
  // A booked time: who sees the day's list, and who moves a booking to another time.
  'booking.read': { roles: [...FLOOR_STAFF, 'hotline'] },
  'booking.change': { roles: [...FLOOR_STAFF, 'hotline'], customer: true },
  'ticket.postpone': { roles: FLOOR_STAFF, customer: true },
  'ticket.call': { roles: ['clerk', 'shiftLead'] },
  'ticket.serve': { roles: ['clerk', 'shiftLead'] },
  'ticket.park': { roles: ['clerk', 'guide', 'floor', 'shiftLead'] },
  'ticket.route': { roles: ['clerk', 'guide', 'shiftLead'] },
  'ticket.cancel': { roles: ['clerk', 'guide', 'floor', 'shiftLead', 'manager'], customer: true },
  'ticket.undo': { roles: ['clerk', 'guide', 'floor', 'shiftLead', 'manager'] },
  'ticket.rate': { roles: [], customer: true },
  // To be told on the own phone: the customer's alone.
  'ticket.follow': { roles: [], customer: true },
  // What is sent leaves the house: the administrator's alone.
  'webhook.manage': { roles: [] },
  'counter.work': { roles: ['clerk', 'shiftLead'] },
  'counter.release': { roles: ['shiftLead', 'manager'] },
  'care.give': { roles: FLOOR_STAFF },
  'approach.log': { roles: FLOOR_STAFF },
  'colleague.read': { roles: ALL_STAFF },
  'knowledge.read': { roles: ALL_STAFF },
  'knowledge.write': { roles: ['shiftLead', 'manager'] },
  'enquiry.work': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  // Act for whoever owns a question: nothing is left behind when somebody goes home.
  'enquiry.lead': { roles: ['shiftLead', 'manager'] },
  'station.read': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'station.work': { roles: FLOOR_STAFF },
  'station.manage': { roles: ['shiftLead', 'manager'] },
  'help.read': { roles: QUEUE_STAFF },
  'help.ask': { roles: ['clerk', 'shiftLead'] },
  'help.answer': { roles: FLOOR_STAFF },
  'help.end': { roles: QUEUE_STAFF },
  'unaccepted.register': { roles: QUEUE_STAFF },
  'followUp.plan': { roles: QUEUE_STAFF },
  /** Reads and answers what colleagues have promised to customers. */
  'promise.oversee': { roles: ['shiftLead', 'manager'] },
  'loan.lend': { roles: QUEUE_STAFF },
  'loan.stock': { roles: ['shiftLead', 'manager'] },
  'item.register': { roles: QUEUE_STAFF },
  'rating.device': { roles: [], screens: ['rating'] },
  // Whoever is told first takes it down; who works on it and who leads is decided by the complaint (lib/complaints/policy).
  'complaint.register': { roles: ALL_STAFF },
  'complaint.lead': { roles: ['shiftLead', 'manager'] },
  'hotline.use': { roles: ['hotline'] },
  'machine.read': { roles: QUEUE_STAFF },
  // Whoever stands before it says that it is broken, and hears that it was repaired.
  'machine.tend': { roles: QUEUE_STAFF },
  'machine.inspect': { roles: FLOOR_STAFF },
  'machine.manage': { roles: ['manager'] },
  // The machine itself: by a key of its program, or as a paired device.
  'machine.signal': { roles: FLOOR_STAFF, screens: ['kiosk'] },
  'visit.divert': { roles: FLOOR_STAFF },
  'sale.read': { roles: QUEUE_STAFF },
  'sale.record': { roles: QUEUE_STAFF },
  'supplier.read': { roles: ['shiftLead', 'manager'] },
  'supplier.manage': { roles: ['manager'] },
  'announcement.acknowledge': { roles: [], screens: ['display'] },
  'material.read': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'material.check': { roles: FLOOR_STAFF },
  'material.manage': { roles: ['shiftLead', 'manager'] },
  'campaign.read': { roles: ['shiftLead', 'manager'] },
  'campaign.manage': { roles: ['manager'] },
  // Anybody of the staff may own one, and reads what he owns; the command lets others than its owner work on it only with
  // the last of these permissions.
  'weakPoint.read': { roles: ALL_STAFF },
  'weakPoint.work': { roles: ALL_STAFF },
  'weakPoint.manage': { roles: ['shiftLead', 'manager'] },
  'record.read': { roles: ['shiftLead', 'manager'] },
  'record.keep': { roles: ['shiftLead', 'manager'] },
  /** The shift lead's: signs the pre-opening check, opens and closes the hall. */
  'hall.open': { roles: ['shiftLead', 'manager'] },
  'round.read': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'round.sign': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'round.manage': { roles: ['manager'] },
  'task.do': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'task.check': { roles: ['shiftLead', 'manager'] },
  'attachment.add': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'attachment.read': { roles: ['guide', 'clerk', 'floor', 'shiftLead', 'manager'] },
  'screen.manage': { roles: ['manager'] },
  /** What all unattended screens do, and loading one anew. */
  'screen.oversee': { roles: ['shiftLead', 'manager'] },
  /** Screens that have fallen silent: whoever is in the hall goes and looks. */
  'screen.watch': { roles: FLOOR_STAFF },
  'kiosk.serve': { roles: FLOOR_STAFF, screens: ['kiosk'] },
  'hall.create': { roles: [] },
  'settings.read': { roles: ['shiftLead', 'manager'] },
  'settings.write': { roles: ['manager'] },
  'staff.manage': { roles: [] },
  'key.manage': { roles: [] },
  /** The first administrator of a new installation, and the code of a new screen: the commands ask for more. */
  'setup.administrator': { roles: [], anyone: true },
  'screen.pair': { roles: [], anyone: true },
  'audit.read': { roles: ['manager'] },
  'house.duty': { roles: [], house: true },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

/**
 * May this actor do this in this hall? The system may do everything: it has no door to the outside.
 * `hallId` null = above all halls (creating a hall, administrators): only the administrator.
 */
export function permits(actor: Actor, permission: Permission, hallId: string | null): boolean {
  const grant: Grant = PERMISSIONS[permission];
  // What anybody may, everybody may.
  if (grant.anyone) return true;
  switch (actor.kind) {
    case 'system':
      return true;
    case 'anonymous':
      return false;
    case 'customer':
      return grant.customer === true && actor.hallId === hallId;
    case 'screen':
      return actor.hallId === hallId && (grant.screens ?? []).includes(actor.screenKind);
    default: {
      const roles = rolesIn(actor, hallId);
      return (roles.includes('admin') && !grant.house) || roles.some((role) => grant.roles.includes(role));
    }
  }
}

/** The refusal of an actor without permission: nobody known 401, a stranger to the hall 404, otherwise 403. */
export function refusal(actor: Actor, hallId: string | null): 'unauthenticated' | 'not-found' | 'forbidden' {
  if (actor.kind === 'anonymous') return 'unauthenticated';
  if (hallId !== null && !belongsTo(actor, hallId)) return 'not-found';
  return 'forbidden';
}
