'use client';

import { ChevronDown, ScanLine } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { KioskChoices } from '@/lib/kiosk/schema';
import type { BoardView } from '@/lib/realtime/contract';
import { KioskStepFrame } from './kiosk-frame';

/** Tiles of one size, two beside each other. */
const tile = 'min-h-44! flex-col gap-1 rounded-xl px-4 text-center';

function HaveNumber({ onCode }: { onCode: () => void }) {
  const t = useTranslations('kiosk');
  return (
    <Button size="kiosk" variant="soft" block className="min-h-28! text-3xl!" onClick={onCode}>
      <ScanLine aria-hidden="true" className="size-10" />
      {t('haveNumber')}
    </Button>
  );
}

/** Where in the hall: asked first where there are many services. */
export function ZoneStep({
  choices,
  onChoose,
  onCode,
}: {
  choices: KioskChoices;
  onChoose: (zoneCode: string | null) => void;
  onCode: () => void;
}) {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const used = new Set(choices.services.map(({ zoneCode }) => zoneCode));
  return (
    <KioskStepFrame
      title={t('chooseZone')}
      speech={`${t('chooseZone')} ${choices.zones.map(({ names }) => localName(names, locale)).join(', ')}`}
    >
      <ul className="grid grid-cols-2 gap-6">
        {choices.zones
          .filter(({ code }) => used.has(code))
          .map((zone) => (
            <li key={zone.code} className="flex">
              <Button size="kiosk" variant="secondary" block className={tile} onClick={() => onChoose(zone.code)}>
                <span className="text-4xl">{localName(zone.names, locale)}</span>
                <span className="font-normal text-muted-foreground text-xl">
                  {choices.services
                    .filter(({ zoneCode }) => zoneCode === zone.code)
                    .map(({ names }) => localName(names, locale))
                    .join(' · ')}
                </span>
              </Button>
            </li>
          ))}
        {used.has(null) ? (
          <li className="flex">
            <Button size="kiosk" variant="secondary" block className={tile} onClick={() => onChoose(null)}>
              <span className="text-4xl">{t('otherServices')}</span>
            </Button>
          </li>
        ) : null}
      </ul>
      <HaveNumber onCode={onCode} />
    </KioskStepFrame>
  );
}

/** What the customer comes for: how many wait and how long, by service. */
export function ServiceStep({
  services,
  board,
  page,
  perPage,
  onChoose,
  onPage,
  onCode,
}: {
  services: KioskChoices['services'];
  board: BoardView;
  page: number;
  perPage: number;
  onChoose: (serviceCode: string) => void;
  onPage: (page: number) => void;
  onCode: () => void;
}) {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const estimateText = useEstimateText();
  const pages = Math.max(1, Math.ceil(services.length / perPage));
  const shown = services.slice((page % pages) * perPage, (page % pages) * perPage + perPage);
  return (
    <KioskStepFrame
      title={t('chooseService')}
      speech={`${t('chooseService')} ${shown.map(({ names }) => localName(names, locale)).join(', ')}`}
    >
      <ul className="grid grid-cols-2 gap-6">
        {shown.map(({ code, names }) => {
          const now = board.services.find((service) => service.code === code);
          return (
            <li key={code} className="flex">
              <Button
                size="kiosk"
                variant="secondary"
                block
                disabled={!now}
                className={tile}
                onClick={() => onChoose(code)}
              >
                <span className="text-4xl">{localName(names, locale)}</span>
                <span className="font-normal text-muted-foreground text-xl">
                  {now ? t('waiting', { count: now.waiting }) : t('serviceClosed')}
                  {now?.openCounters ? ` · ${estimateText(now.estimate)}` : null}
                  {now?.openCounters === 0 ? ` · ${t('noCounter')}` : null}
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="flex gap-6">
        {pages > 1 ? (
          <Button
            size="kiosk"
            variant="secondary"
            className="min-h-28! flex-1 text-3xl!"
            onClick={() => onPage((page + 1) % pages)}
          >
            <ChevronDown aria-hidden="true" className="size-10" />
            {t('moreServices', { page: (page % pages) + 1, pages })}
          </Button>
        ) : null}
        <div className="flex-1">
          <HaveNumber onCode={onCode} />
        </div>
      </div>
    </KioskStepFrame>
  );
}
