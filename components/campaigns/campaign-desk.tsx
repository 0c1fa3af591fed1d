'use client';

import { Archive, CalendarClock, CircleOff, Megaphone, MonitorPlay, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { ManageFrame } from '@/components/manage/manage-frame';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import type { Tone } from '@/components/ui/tone';
import type { CampaignView } from '@/lib/campaigns/schema';
import type { Locale } from '@/lib/core/locale';
import { formatServiceDay } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { CampaignForm } from './campaign-form';

type CampaignList = { items: CampaignView[]; nextCursor: string | null };

const LOOKS: Record<CampaignView['state'], { icon: ReactNode; tone: Tone }> = {
  running: { icon: <MonitorPlay aria-hidden="true" />, tone: 'success' },
  planned: { icon: <CalendarClock aria-hidden="true" />, tone: 'primary' },
  ended: { icon: <Archive aria-hidden="true" />, tone: 'neutral' },
  withdrawn: { icon: <CircleOff aria-hidden="true" />, tone: 'neutral' },
};

/** What the hall tells its customers on the lobby display, from when to when. */
export function CampaignDesk({
  hall,
  hallName,
  today,
  languages,
  initial,
  mayManage,
  nav,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  hallName: string;
  today: string;
  languages: readonly Locale[];
  initial: CampaignList;
  mayManage: boolean;
  nav: ReactNode;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('campaigns');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [over, setOver] = useState(false);
  const [after, setAfter] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ campaign?: CampaignView }>();
  const [withdrawing, setWithdrawing] = useState<CampaignView>();
  const [pending, setPending] = useState(false);
  const query = new URLSearchParams({ over: String(over), ...(after ? { after } : {}) });
  const live = useHallData<CampaignList>({
    hall,
    path: `/halls/${encodeURIComponent(hall)}/campaigns?${query}`,
    touchpoints: ['environment'],
    initial,
  });
  const { items, nextCursor } = live.data;

  const show = (next: boolean) => {
    setOver(next);
    setAfter(null);
  };
  const withdraw = async (campaign: CampaignView) => {
    setPending(true);
    const answer = await callApi<CampaignView>('POST', `/campaigns/${campaign.id}/withdraw`);
    setPending(false);
    setWithdrawing(undefined);
    const title = localName(campaign.titles, locale);
    if (answer.ok) showToast({ message: t('withdrawn', { title }) });
    else showToast({ message: problemText(answer.problem), tone: 'danger' });
    await live.refresh();
  };

  return (
    <ManageFrame
      title={t('title')}
      hallName={hallName}
      nav={nav}
      localeSwitch={localeSwitch}
      live={live}
      actions={
        mayManage ? (
          <Button onClick={() => setEditing({})}>
            <Plus aria-hidden="true" className="size-5" />
            {t('add')}
          </Button>
        ) : null
      }
    >
      <p className="max-w-prose text-muted-foreground">{t('intro')}</p>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('show')}</legend>
        <Chip pressed={!over} onPressedChange={() => show(false)}>
          {t('current')}
        </Chip>
        <Chip pressed={over} onPressedChange={() => show(true)}>
          {t('over')}
        </Chip>
      </fieldset>
      {items.length === 0 ? (
        <EmptyState icon={<Megaphone aria-hidden="true" />} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {items.map((campaign) => {
            const title = localName(campaign.titles, locale);
            const open = campaign.state === 'running' || campaign.state === 'planned';
            return (
              <li
                key={campaign.id}
                className="grid items-center gap-x-4 gap-y-2 rounded-xl border border-border bg-surface px-4 py-3 shadow-card md:grid-cols-[8.5rem_minmax(0,1fr)_auto]"
              >
                <StateChip {...LOOKS[campaign.state]} className="justify-self-start">
                  {t(`state.${campaign.state}`)}
                </StateChip>
                <div className="min-w-0">
                  <h2 className="font-semibold text-lg leading-snug">{title}</h2>
                  <p>{localName(campaign.texts, locale)}</p>
                  <p className="text-muted-foreground text-sm">
                    {t('days', {
                      from: formatServiceDay(campaign.firstDay, locale),
                      until: formatServiceDay(campaign.lastDay, locale),
                    })}
                  </p>
                </div>
                {mayManage && open ? (
                  <div className="flex flex-wrap gap-2 md:justify-end">
                    <Button
                      variant="secondary"
                      aria-label={t('changeOf', { title })}
                      onClick={() => setEditing({ campaign })}
                    >
                      {common('edit')}
                    </Button>
                    <Button
                      variant="ghost"
                      aria-label={t('withdrawOf', { title })}
                      onClick={() => setWithdrawing(campaign)}
                    >
                      {t('withdraw')}
                    </Button>
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {nextCursor || after ? (
        <div className="flex justify-center gap-2">
          {after ? (
            <Button variant="secondary" onClick={() => setAfter(null)}>
              {t('newest')}
            </Button>
          ) : null}
          {nextCursor ? (
            <Button variant="secondary" onClick={() => setAfter(nextCursor)}>
              {t('older')}
            </Button>
          ) : null}
        </div>
      ) : null}

      {editing ? (
        <CampaignForm
          hall={hall}
          today={today}
          languages={languages}
          campaign={editing.campaign}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined);
            void live.refresh();
          }}
        />
      ) : null}
      {withdrawing ? (
        <Dialog
          open
          size="sm"
          onOpenChange={() => setWithdrawing(undefined)}
          closeLabel={common('close')}
          title={t('withdrawOf', { title: localName(withdrawing.titles, locale) })}
          footer={
            <>
              <Button variant="ghost" onClick={() => setWithdrawing(undefined)}>
                {common('cancel')}
              </Button>
              <Button variant="danger" pending={pending} onClick={() => void withdraw(withdrawing)}>
                {t('withdraw')}
              </Button>
            </>
          }
        >
          <p>{t('withdrawConfirm')}</p>
        </Dialog>
      ) : null}
    </ManageFrame>
  );
}
