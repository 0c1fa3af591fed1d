'use client';

import { CircleCheck, MonitorOff, RefreshCw, Unplug } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { ManageFrame } from '@/components/manage/manage-frame';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { StateChip } from '@/components/ui/state-chip';
import { Td, Th } from '@/components/ui/table';
import { showToast } from '@/components/ui/toast-store';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { ScreenView } from '@/lib/screens/schema';

type ScreenPage = { items: ScreenView[]; nextCursor: string | null };

/** A heartbeat is no event of the hall: it is read again this often. */
const readEveryMs = 15_000;

/** All unattended screens of a hall: which of them lives, what it runs, and loading one anew from here. */
export function ScreenList({
  hall,
  hallName,
  timeZone,
  zones,
  build,
  initial,
  mayRemove,
  nav,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  hallName: string;
  timeZone: string;
  zones: readonly { id: string; names: Record<string, string> }[];
  /** What the server runs; a screen that says another one has not taken it yet. */
  build: string;
  initial: ScreenPage;
  mayRemove: boolean;
  nav: ReactNode;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('screens');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const live = useHallData<ScreenPage>({
    hall,
    path: `/halls/${encodeURIComponent(hall)}/screens?limit=200`,
    touchpoints: ['environment'],
    initial,
  });
  const { refresh } = live;
  useEffect(() => {
    const reading = setInterval(refresh, readEveryMs);
    return () => clearInterval(reading);
  }, [refresh]);
  const [pending, setPending] = useState<string>();
  const [removing, setRemoving] = useState<ScreenView>();

  const send = async (screen: ScreenView, act: 'reload' | 'remove') => {
    setPending(screen.id);
    const path = `/screens/${encodeURIComponent(screen.id)}`;
    const answer = act === 'reload' ? await callApi('POST', `${path}/reload`) : await callApi('DELETE', path);
    if (!answer.ok) showToast({ message: problemText(answer.problem), tone: 'danger' });
    else showToast({ message: t(act === 'reload' ? 'reloadAsked' : 'removed', { name: screen.name }) });
    setRemoving(undefined);
    await refresh();
    setPending(undefined);
  };

  const time = (at: string | null) => (at ? formatHallDateTime(at, locale, timeZone) : '—');
  const screens = live.data.items.filter(({ revokedAt }) => revokedAt === null);
  // What is broken first.
  screens.sort((a, b) => Number(b.silentAt !== null) - Number(a.silentAt !== null));
  return (
    <ManageFrame
      title={t('title')}
      hallName={hallName}
      nav={nav}
      localeSwitch={localeSwitch}
      live={live}
      actions={
        mayRemove ? (
          <ButtonLink href={`/manage/${encodeURIComponent(hall)}/settings/screens`} variant="secondary">
            {t('add')}
          </ButtonLink>
        ) : null
      }
    >
      <Card flush>
        <EntryTable
          caption={t('title')}
          columns={[t('name'), t('zone'), t('state'), t('seen'), t('acknowledged'), t('version')]}
          actions={t('actions')}
          empty={screens.length === 0 ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : null}
        >
          {screens.map((screen) => {
            const zone = zones.find(({ id }) => id === screen.zoneId);
            return (
              <tr key={screen.id}>
                <Th scope="row" className="font-medium">
                  {screen.name}
                  <span className="block font-normal text-muted-foreground text-sm">{t(`kind.${screen.kind}`)}</span>
                </Th>
                <Td>{zone ? localName(zone.names, locale) : t('wholeHall')}</Td>
                <Td>
                  <State screen={screen} time={time} />
                </Td>
                <Td className="tabular-nums">{time(screen.lastSeenAt)}</Td>
                <Td className="tabular-nums">{screen.kind === 'display' ? time(screen.lastAckAt) : '—'}</Td>
                <Td>
                  <code className="text-sm">{screen.build ?? '—'}</code>
                  {screen.build && screen.build !== build ? (
                    <span className="block text-muted-foreground text-sm">{t('older')}</span>
                  ) : null}
                </Td>
                <Td>
                  <div className="flex justify-end gap-2">
                    <Button
                      variant="secondary"
                      pending={pending === screen.id}
                      disabled={!screen.pairedAt}
                      aria-label={t('reloadOf', { name: screen.name })}
                      onClick={() => send(screen, 'reload')}
                    >
                      <RefreshCw aria-hidden="true" className="size-5" />
                      {t('reload')}
                    </Button>
                    {mayRemove ? (
                      <Button
                        variant="ghost"
                        aria-label={t('removeOf', { name: screen.name })}
                        onClick={() => setRemoving(screen)}
                      >
                        {t('remove')}
                      </Button>
                    ) : null}
                  </div>
                </Td>
              </tr>
            );
          })}
        </EntryTable>
      </Card>
      {removing ? (
        <Dialog
          open
          onOpenChange={() => setRemoving(undefined)}
          closeLabel={common('close')}
          title={t('removeOf', { name: removing.name })}
          description={t('removeHint')}
          size="sm"
          footer={
            <Button variant="danger" pending={pending === removing.id} onClick={() => send(removing, 'remove')}>
              {t('remove')}
            </Button>
          }
        />
      ) : null}
    </ManageFrame>
  );
}

function State({ screen, time }: { screen: ScreenView; time: (at: string | null) => string }) {
  const t = useTranslations('screens');
  if (!screen.pairedAt)
    return (
      <StateChip tone="neutral" icon={<Unplug aria-hidden="true" />}>
        {t('unpaired')}
      </StateChip>
    );
  return (
    <>
      {screen.silentAt ? (
        <StateChip tone="danger" icon={<MonitorOff aria-hidden="true" />}>
          {t('silentSince', { time: time(screen.lastSeenAt) })}
        </StateChip>
      ) : (
        <StateChip tone="success" icon={<CircleCheck aria-hidden="true" />}>
          {t('alive')}
        </StateChip>
      )}
      {screen.reloadAskedAt ? <span className="block text-sm">{t('reloadWaits')}</span> : null}
      {screen.reloadedAt && !screen.reloadAskedAt ? (
        <span className="block text-muted-foreground text-sm">
          {t('reloadedAt', { time: time(screen.reloadedAt) })}
        </span>
      ) : null}
    </>
  );
}
