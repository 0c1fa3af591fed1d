'use client';

import { ClipboardCheck, CloudOff, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Draft, EMPTY_DRAFT } from '@/components/guide/draft';
import type { useIssue } from '@/components/guide/use-issue';
import type { ApiProblem } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import type { LiveView } from '@/components/live/use-live-view';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { unsent } from '@/lib/offline/outbox';
import type { OfflineTickets } from '@/lib/offline/schema';
import type { QueueView } from '@/lib/realtime/contract';
import { keepShell } from './keep-shell';
import { OfflineMain } from './offline-main';
import { ReconciliationDialog } from './reconciliation-dialog';
import { useOfflineDesk } from './use-offline-desk';

const NONE: OfflineTickets = { items: [] };
const KEEP_EVERY_MS = 5 * 60_000;

/**
 * What the guide desk is without a connection, and what it says after one. Loaded after the page can be used, so that it
 * costs the desk nothing; kept on the tablet from then on.
 */
export function OfflinePart({
  hall,
  build,
  view,
  connection,
  issue,
  loadParts,
  onOffline,
}: {
  hall: string;
  build: string;
  view: QueueView;
  connection: LiveView<'queue'>['connection'];
  issue: ReturnType<typeof useIssue>;
  /** Loads what the desk would else load when it is first wanted. */
  loadParts: () => Promise<unknown>;
  /** Whether this part is the desk's work now. */
  onOffline: (offline: boolean) => void;
}) {
  const t = useTranslations('offline');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const locale = useLocale();
  const path = `/desk/${hall}/guide`;
  const { stage } = issue;
  const unsure = stage.kind === 'draft' && stage.problem?.code === 'no-connection';
  const desk = useOfflineDesk({ hall, connection, unsure });
  const known = useHallData({ hall, path: `/halls/${hall}/offline-tickets`, touchpoints: ['enter'], initial: NONE });
  const [shown, setShown] = useState(false);
  const { outbox } = desk;
  const offline = outbox?.offlineSince ?? null;

  const tell = useEffectEvent((isOffline: boolean) => {
    onOffline(isOffline);
    if (isOffline) issue.giveUp();
  });
  useEffect(() => tell(offline !== null), [offline]);

  useEffect(() => {
    const keep = () => {
      loadParts()
        .then(() => keepShell(path, build))
        .catch(() => {
          // Without a connection, or in a browser that keeps nothing: the next time.
        });
    };
    keep();
    const timer = setInterval(keep, KEEP_EVERY_MS);
    return () => clearInterval(timer);
  }, [path, build, loadParts]);

  if (outbox && offline !== null) {
    const draft: Draft = stage.kind === 'draft' ? stage.draft : EMPTY_DRAFT;
    return (
      <>
        <Banner tone="danger" solid icon={<CloudOff aria-hidden="true" />}>
          {t('since', { time: formatHallTime(offline, locale, view.hall.timeZone) })}
        </Banner>
        {desk.problem ? (
          <Banner
            tone="danger"
            assertive
            icon={<TriangleAlert aria-hidden="true" />}
            action={
              <ButtonLink size="md" variant="secondary" href={`/sign-in?next=${encodeURIComponent(path)}`}>
                {common('signInAgain')}
              </ButtonLink>
            }
          >
            {problemText({ code: desk.problem as ApiProblem['code'] })}
          </Banner>
        ) : null}
        <OfflineMain
          view={view}
          outbox={outbox}
          desk={desk}
          draft={draft}
          onDraft={issue.change}
          onClear={issue.clear}
          onHandOver={issue.handOver}
        />
      </>
    );
  }

  const unclear = known.data.items.filter(({ state }) => state === 'attention').length;
  const refused = outbox ? unsent(outbox).filter((entry) => entry.refused) : [];
  const open = unclear + refused.length;
  return (
    <>
      {open > 0 || desk.back > 0 ? (
        <Banner
          tone={open > 0 ? 'danger' : 'success'}
          icon={open > 0 ? <TriangleAlert aria-hidden="true" /> : <ClipboardCheck aria-hidden="true" />}
          action={
            <Button variant="secondary" onClick={() => setShown(true)}>
              {t('show')}
            </Button>
          }
        >
          {desk.back > 0 ? t('back', { count: desk.back }) : null} {open > 0 ? t('open', { count: open }) : null}
        </Banner>
      ) : null}
      {shown ? (
        <ReconciliationDialog
          view={view}
          items={known.data.items}
          refused={refused}
          onChanged={known.refresh}
          onClose={() => {
            setShown(false);
            desk.seen();
          }}
        />
      ) : null}
    </>
  );
}
