'use client';

import {
  AlarmClock,
  Bell,
  BellOff,
  CheckCheck,
  Ellipsis,
  HandHeart,
  HelpCircle,
  MessageCircle,
  UsersRound,
} from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { CareCard } from '@/components/care/care-card';
import { useCare } from '@/components/care/use-care';
import { DeskBanners } from '@/components/desk/desk-banners';
import { DeskHeader } from '@/components/desk/desk-header';
import type { EnquiryPage } from '@/components/enquiries/enquiry-desk';
import { HelpCalls } from '@/components/help/help-calls';
import { LiveTime } from '@/components/live/live-time';
import { useDeviceSetting } from '@/components/live/use-device-setting';
import { useHallPages } from '@/components/live/use-hall-pages';
import { useLiveView } from '@/components/live/use-live-view';
import { MachinesWatch } from '@/components/machines/machines-notice';
import { RoundNotice } from '@/components/rounds/round-notice';
import { ScreensWatch } from '@/components/screens/screens-notice';
import { StationNotices } from '@/components/stations/station-notices';
import { EmptyState } from '@/components/ui/empty-state';
import { PartButton } from '@/components/ui/part-button';
import { WeakPointNotice } from '@/components/weak-points/weak-point-notice';
import { byUrgency } from '@/lib/care/care-order';
import type { CareAction } from '@/lib/care/care-visit';
import { localName } from '@/lib/i18n/local-name';
import type { QueueRow, QueueView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { CounterList } from './counter-list';
import { MorePart } from './more-part';
import { useFlagAlert } from './use-flag-alert';
import { WaitingRows } from './waiting-rows';

// Opened now and then: their script comes when they are.
const ApproachPanel = dynamic(() => import('@/components/approaches/approach-panel').then((m) => m.ApproachPanel), {
  loading: () => null,
});
const EnquiriesPart = dynamic(() => import('./enquiries-part').then((m) => m.EnquiriesPart), { loading: () => null });

type Part = 'care' | 'waiting' | 'approached' | 'enquiries' | 'more';

/**
 * The phone of whoever walks the floor: who has waited too long, taken and done with one thumb; who was spoken to; who asked.
 */
export function FloorDesk({
  hall,
  initial,
  me,
  lead,
  zones,
  links,
}: {
  /** Slug of the hall. */
  hall: string;
  initial: Snapshot<QueueView>;
  me: { ref: string; name: string };
  /** Shift lead: takes over care, and brings back the customers of clerks who vanished. */
  lead: boolean;
  zones: readonly { code: string; names: Record<string, string> }[];
  /** Other screens of the person. */
  links: readonly { key: string; href: string; title: string; hint: string }[];
}) {
  const t = useTranslations('floor');
  const careText = useTranslations('care');
  const locale = useLocale();
  const live = useLiveView({ hall, view: 'queue', initial });
  const view = live.data ?? initial.data;
  const care = useCare(view.care, me);
  const enquiries = useHallPages<EnquiryPage, null>({
    hall,
    path: `/halls/${hall}/enquiries?limit=100`,
    touchpoints: ['enquire'],
    initial: null,
  });
  const [part, setPart] = useState<Part>('care');
  const [sound, setSound] = useDeviceSetting('floor.sound');

  const rows = new Map(
    [view.held, view.serving, view.called, view.waiting].flatMap((list) => list.map((row) => [row.id, row])),
  );
  const visits = byUrgency(care.visits, me.ref);
  const early = view.waiting.filter((row) => row.earlyFlaggedAt !== null && row.flaggedAt === null);
  const byAge = [...view.waiting].sort((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''));
  const silent = lead ? view.counters.filter((counter) => counter.silentAt !== null) : [];
  const serviceName = (code: string) => {
    const service = view.services.find((s) => s.code === code);
    return service ? localName(service.names, locale) : code;
  };
  const give = (row: QueueRow, action: CareAction) =>
    care.give(
      { ticketId: row.id, number: row.number },
      action,
      care.visits.find((visit) => visit.ticketId === row.id),
    );

  // Questions that I am asked to take over, and mine that should have been answered by now.
  const concerning = (enquiries.data?.items ?? []).filter(
    ({ offeredTo, owner, overdueAt }) => offeredTo?.ref === me.ref || (owner.ref === me.ref && overdueAt !== null),
  );

  // What asks for somebody, and how it is read out; an escalation and a vanished clerk ask once more.
  const asking = new Map<string, string>();
  for (const visit of care.visits) {
    if (visit.state !== 'open') continue;
    const minutes = Math.round(
      ((rows.get(visit.ticketId)?.limitSeconds ?? view.hall.limitSeconds) * visit.crossing) / 60,
    );
    const text = careText('newFlag', { number: visit.number, minutes });
    asking.set(visit.id, text);
    if (lead && visit.escalatedAt) asking.set(`${visit.id} escalated`, `${careText('escalated')}: ${text}`);
  }
  for (const counter of silent)
    asking.set(`${counter.id} ${counter.silentAt}`, t('silentSince', { counter: counter.number }));
  for (const enquiry of concerning)
    asking.set(`enquiry ${enquiry.id}`, t('enquiryForYou', { what: enquiry.question ?? '' }));
  const newest = useFlagAlert([...asking.keys()], sound);

  return (
    <LiveTime at={live.at ?? initial.at} serverOffsetMs={live.serverOffsetMs}>
      <div className="mx-auto flex min-h-dvh max-w-2xl flex-col" data-toasts="above-bar">
        <div className="sticky top-0 z-20 space-y-1 bg-background px-2 pt-1 pb-1">
          <DeskHeader
            title={t('title')}
            hallName={localName(view.hall.names, locale)}
            person={me.name}
            tools={
              <button
                type="button"
                aria-pressed={sound}
                aria-label={t('sound')}
                onClick={() => setSound(!sound)}
                className="grid size-touch shrink-0 place-items-center rounded-lg hover:bg-surface-sunken"
              >
                {sound ? (
                  <Bell aria-hidden="true" className="size-6 text-primary" />
                ) : (
                  <BellOff aria-hidden="true" className="size-6 text-muted-foreground" />
                )}
              </button>
            }
          />
          <DeskBanners live={live} path={`/desk/${hall}/floor`} />
          <StationNotices hall={hall} />
          <RoundNotice hall={hall} />
          <WeakPointNotice hall={hall} />
          <MachinesWatch hall={hall} />
          <ScreensWatch hall={hall} timeZone={view.hall.timeZone} />
        </div>
        <p role="status" className="sr-only">
          {newest === null ? '' : asking.get(newest)}
        </p>
        <main className="flex-1 space-y-3 px-3 pt-1 pb-4">
          <h1 className="sr-only">{t('title')}</h1>
          <HelpCalls hall={hall} />
          {part === 'care' ? (
            <>
              <h2 className="sr-only">{careText('title')}</h2>
              {visits.length === 0 ? (
                <EmptyState icon={<CheckCheck aria-hidden="true" className="text-success" />} title={careText('none')}>
                  {t('noCareHint', { minutes: Math.round(view.hall.limitSeconds / 60) })}
                </EmptyState>
              ) : (
                <ul className="space-y-3">
                  {visits.map((visit) => {
                    const row = rows.get(visit.ticketId);
                    return (
                      <li key={visit.id}>
                        <CareCard
                          visit={visit}
                          row={row}
                          serviceName={serviceName(visit.serviceCode)}
                          limitSeconds={row?.limitSeconds ?? view.hall.limitSeconds}
                          me={me.ref}
                          mayTakeOver={lead}
                          onTake={() => {
                            care.take(visit);
                            // It moves to the top, where what was done is one tap away.
                            window.scrollTo({ top: 0 });
                          }}
                          onGive={(action) => care.give(visit, action, visit)}
                        />
                      </li>
                    );
                  })}
                </ul>
              )}
              {early.length > 0 ? (
                <section aria-labelledby="early" className="space-y-1.5 pt-2">
                  <h2 id="early" className="flex items-center gap-2 font-semibold text-lg">
                    <AlarmClock aria-hidden="true" className="size-5" />
                    {careText('earlyTitle')}
                    <span className="tabular-nums">{early.length}</span>
                  </h2>
                  <p className="text-muted-foreground text-sm">{t('earlyHint')}</p>
                  <WaitingRows label={careText('earlyTitle')} rows={early} serviceName={serviceName} onGive={give} />
                </section>
              ) : null}
            </>
          ) : null}
          {part === 'waiting' ? (
            <section aria-labelledby="waiting" className="space-y-1.5">
              <h2 id="waiting" className="text-muted-foreground">
                {t('longestFirst')}
              </h2>
              {byAge.length === 0 ? (
                <EmptyState title={t('noWaiting')} />
              ) : (
                <WaitingRows label={t('waiting')} rows={byAge} serviceName={serviceName} onGive={give} />
              )}
            </section>
          ) : null}
          {part === 'approached' ? (
            <ApproachPanel
              hall={hall}
              timeZone={view.hall.timeZone}
              services={view.services}
              zones={zones}
              onEnquiry={() => setPart('enquiries')}
            />
          ) : null}
          {part === 'enquiries' ? (
            <EnquiriesPart
              hall={hall}
              timeZone={view.hall.timeZone}
              services={view.services}
              enquiries={enquiries}
              now={new Date(live.at ?? initial.at)}
              me={me}
              lead={lead}
            />
          ) : null}
          {part === 'more' ? (
            <MorePart links={links}>
              {lead ? (
                <section aria-label={t('counters')} className="space-y-2">
                  <h2 className="font-semibold text-lg">{t('counters')}</h2>
                  <CounterList counters={view.counters} timeZone={view.hall.timeZone} />
                </section>
              ) : null}
            </MorePart>
          ) : null}
        </main>
        <nav
          aria-label={t('views')}
          className="sticky bottom-0 z-20 flex border-border border-t bg-surface pb-[env(safe-area-inset-bottom)]"
        >
          <PartButton
            icon={HandHeart}
            label={t('care')}
            count={visits.filter((visit) => visit.state === 'open').length}
            urgent
            chosen={part === 'care'}
            onClick={() => setPart('care')}
          />
          <PartButton
            icon={UsersRound}
            label={t('waiting')}
            count={view.waiting.length}
            chosen={part === 'waiting'}
            onClick={() => setPart('waiting')}
          />
          <PartButton
            icon={MessageCircle}
            label={t('approached')}
            count={0}
            chosen={part === 'approached'}
            onClick={() => setPart('approached')}
          />
          <PartButton
            icon={HelpCircle}
            label={t('enquiries')}
            count={concerning.length}
            urgent
            chosen={part === 'enquiries'}
            onClick={() => setPart('enquiries')}
          />
          <PartButton
            icon={Ellipsis}
            label={t('more')}
            count={silent.length}
            urgent
            chosen={part === 'more'}
            onClick={() => setPart('more')}
          />
        </nav>
      </div>
    </LiveTime>
  );
}
