'use client';

import { CloudOff, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { Connection } from '@/lib/realtime/freshness';

/** Says that what is shown is old, and how old; shows nothing while the screen is live. */
export function ConnectionBanner({
  connection,
  ageSeconds,
  className,
}: {
  connection: Connection;
  ageSeconds: number;
  className?: string;
}) {
  const t = useTranslations('common.connection');
  if (connection === 'live' || connection === 'connecting') return null;
  const offline = connection === 'offline';
  return (
    <Banner
      tone="danger"
      solid
      className={className}
      icon={offline ? <CloudOff aria-hidden="true" /> : <RefreshCw aria-hidden="true" />}
    >
      {/* The seconds tick; read out each time they would drown everything else. */}
      <span aria-hidden="true">{t(connection, { age: formatDuration(ageSeconds) })}</span>
      <span className="sr-only">{t(offline ? 'offlineShort' : 'staleShort')}</span>
    </Banner>
  );
}
