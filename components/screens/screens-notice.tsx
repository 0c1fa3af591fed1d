'use client';

import { MonitorOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useFlagAlert } from '@/components/floor/use-flag-alert';
import { useDeviceSetting } from '@/components/live/use-device-setting';
import { useHallData } from '@/components/live/use-hall-data';
import { Banner } from '@/components/ui/banner';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { SilentScreens } from '@/lib/screens/schema';

const none: SilentScreens = { items: [] };

/** Screens that have fallen silent, a line each, for whoever can go and look; heard once, gone when they are back. */
export function ScreensWatch({ hall, timeZone }: { hall: string; timeZone: string }) {
  const t = useTranslations('screensNotice');
  const locale = useLocale();
  const { data } = useHallData<SilentScreens>({
    hall,
    path: `/halls/${encodeURIComponent(hall)}/screens/silent`,
    touchpoints: ['environment'],
    initial: none,
  });
  const [sound] = useDeviceSetting('floor.sound');
  useFlagAlert(
    data.items.map(({ id, silentAt }) => `${id} ${silentAt}`),
    sound,
  );
  return data.items.map(({ id, name, kind, zoneNames, lastSeenAt }) => (
    <Banner key={id} tone="danger" icon={<MonitorOff aria-hidden="true" />}>
      {t('silent', {
        name,
        kind: t(`kind.${kind}`),
        place: zoneNames ? ` · ${localName(zoneNames, locale)}` : '',
        time: lastSeenAt ? formatHallTime(lastSeenAt, locale, timeZone) : '—',
      })}
    </Banner>
  ));
}
