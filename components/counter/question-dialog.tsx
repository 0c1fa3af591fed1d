'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { CounterDeskView, QueueRow } from '@/lib/realtime/contract';
import type { VisitContext } from '@/lib/visit-context/schema';
import { AddServiceDialog } from './add-service-dialog';
import { PauseDialog } from './pause-dialog';
import { ReasonDialog } from './reason-dialog';
import { CALL_REASONS, CUSTOMER_HOLD_REASONS, HALL_HOLD_REASONS, RELEASE_REASONS } from './reasons';
import { TransferDialog } from './transfer-dialog';
import type { Deed } from './use-counter-actions';

// Opened seldom, or a moment later than the screen: what they need comes when they are wanted.
const FinishDialog = dynamic(() => finishPanel().then((module) => module.FinishDialog), { loading: () => null });
const PromiseDialog = dynamic(
  () => import('@/components/promises/promise-dialog').then((module) => module.PromiseDialog),
  { loading: () => null },
);
const LendDialog = dynamic(() => import('@/components/loans/lend-dialog').then((module) => module.LendDialog), {
  loading: () => null,
});
const ServiceGuide = dynamic(() => import('./service-guide').then((module) => module.ServiceGuide), {
  loading: () => null,
});
/** Brings the finish panel before it is wanted. */
export const finishPanel = () => import('./finish-dialog');

type Customer = NonNullable<CounterDeskView['ticket']>;

/** Which question is open, and about which ticket: it closes by itself when that ticket is gone. */
export type Question =
  | { kind: 'finish' | 'hold' | 'transfer' | 'addService'; ticketId: string }
  /** The register of what is promised: comes back to the finish it was opened from. */
  | { kind: 'unaccepted' | 'followUp'; ticket: Customer; fromFinish: boolean }
  | { kind: 'lend'; ticket: Customer }
  | { kind: 'guide'; serviceCode: string | undefined }
  | { kind: 'call'; row: QueueRow }
  | { kind: 'pause' | 'release' };

/** Whether a question still makes sense: the ticket it is about may have gone meanwhile. */
export function stillAsked(question: Question, view: CounterDeskView): boolean {
  switch (question.kind) {
    case 'call':
      return view.counter.state === 'idle' && view.queue.some(({ id }) => id === question.row.id);
    case 'pause':
      return view.counter.state === 'idle';
    case 'release':
      return view.counter.state !== 'closed';
    case 'finish':
      return view.ticket?.id === question.ticketId && view.ticket.status === 'serving';
    // What is being written down stays, whatever becomes of the ticket.
    case 'unaccepted':
    case 'followUp':
    case 'lend':
    case 'guide':
      return true;
    default:
      return view.ticket?.id === question.ticketId;
  }
}

/** The panel of the question that is open. */
export function QuestionDialog({
  hall,
  question,
  view,
  today,
  context,
  aside,
  onOffer,
  onReturn,
  onAsk,
  onLent,
  failure,
  pending,
  callNextAfter,
  onCallNextAfterChange,
  onAnswer,
  onClose,
}: {
  hall: string;
  question: Question;
  view: CounterDeskView;
  /** Service day of the hall. */
  today: string;
  context: VisitContext | undefined;
  aside: boolean;
  onOffer: (suggestionId: string, accepted: boolean) => void;
  onReturn: (loanId: string) => void;
  onAsk: (question: Question) => void;
  onLent: () => void;
  failure?: string;
  pending: boolean;
  callNextAfter: boolean;
  onCallNextAfterChange: (on: boolean) => void;
  onAnswer: (...deeds: Deed[]) => void;
  onClose: () => void;
}) {
  const t = useTranslations('counter');
  const reason = useTranslations('reason');
  const holdReason = useTranslations('holdReason');
  const callReason = useTranslations('callReason');
  const releaseReason = useTranslations('releaseReason');
  const common = { failure, pending, onClose };
  const { ticket } = view;
  switch (question.kind) {
    case 'unaccepted':
    case 'followUp': {
      const { ticket: about, fromFinish, kind } = question;
      return (
        <PromiseDialog
          kind={kind}
          hall={hall}
          ticket={about}
          today={today}
          onClose={() => (fromFinish ? onAsk({ kind: 'finish', ticketId: about.id }) : onClose())}
        />
      );
    }
    case 'lend':
      return <LendDialog hall={hall} ticket={question.ticket} onDone={onLent} onClose={onClose} />;
    case 'guide':
      return <ServiceGuide hall={hall} serviceCode={question.serviceCode} onClose={onClose} />;
    case 'pause':
      return (
        <PauseDialog
          {...common}
          onPause={(why, plannedSeconds) => onAnswer({ kind: 'pause', reason: why, plannedSeconds })}
        />
      );
    case 'release':
      return (
        <ReasonDialog
          {...common}
          title={t('release.title', { number: view.counter.number })}
          intro={t('release.intro')}
          groups={[{ id: 'release', choices: RELEASE_REASONS.map((id) => ({ id, label: releaseReason(id) })) }]}
          onChoose={(why) => onAnswer({ kind: 'release', reason: why })}
        />
      );
    case 'call':
      return (
        <ReasonDialog
          {...common}
          title={t('call.title', { number: question.row.number })}
          intro={t('call.intro')}
          groups={[{ id: 'call', choices: CALL_REASONS.map((id) => ({ id, label: callReason(id) })) }]}
          onChoose={(why) => onAnswer({ kind: 'call', ticketId: question.row.id, reason: why })}
        />
      );
  }
  if (!ticket) return null;
  const { id: ticketId, number } = ticket;
  switch (question.kind) {
    case 'finish':
      return (
        <FinishDialog
          {...common}
          number={number}
          currency={view.currency}
          outcomes={view.outcomes}
          context={context}
          busy={aside}
          callNext={callNextAfter}
          onCallNextChange={onCallNextAfterChange}
          onOffer={onOffer}
          onReturn={onReturn}
          onPromise={(kind) => onAsk({ kind, ticket, fromFinish: true })}
          onFinish={(finish) =>
            onAnswer(
              { kind: 'complete', ticketId, ...finish },
              ...(callNextAfter ? [{ kind: 'callNext' } as const] : []),
            )
          }
        />
      );
    case 'hold':
      return (
        <ReasonDialog
          {...common}
          title={t('hold.title', { number })}
          intro={t('hold.intro')}
          groups={[
            {
              id: 'customer',
              label: t('hold.byCustomer'),
              choices: CUSTOMER_HOLD_REASONS.map((id) => ({ id, label: holdReason(id) })),
            },
            {
              id: 'hall',
              label: t('hold.byHall'),
              choices: HALL_HOLD_REASONS.map((id) => ({ id, label: holdReason(id) })),
            },
          ]}
          otherFlag={{ label: reason('byHall'), on: 'hall', off: 'customer' }}
          onChoose={(why, group) => onAnswer({ kind: 'hold', ticketId, reason: why, byHall: group === 'hall' })}
        />
      );
    case 'transfer':
      return (
        <TransferDialog
          {...common}
          view={view}
          number={number}
          serviceCode={ticket.serviceCode}
          onTransfer={(target) => onAnswer({ kind: 'transfer', ticketId, ...target })}
        />
      );
    case 'addService':
      return (
        <AddServiceDialog
          {...common}
          number={number}
          services={view.services}
          onAdd={(serviceCode) =>
            onAnswer({
              kind: 'addService',
              visitId: ticket.visitId,
              serviceCode,
              customerClass: ticket.customerClass ?? undefined,
              needs: ticket.needs,
            })
          }
        />
      );
  }
}
