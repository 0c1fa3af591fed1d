import { getFormatter, getTranslations } from 'next-intl/server';
import { StatTile } from '@/components/ui/stat-tile';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { Figures } from '@/lib/reports/schema';

const none = '–';

/** The days in ten numbers, each with what it is measured against. */
export async function ReportTiles({ total }: { total: Figures }) {
  const t = await getTranslations('reports');
  const format = await getFormatter();
  const percent = (share: number | null) =>
    share === null ? none : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const duration = (seconds: number | null) => (seconds === null ? none : formatDuration(seconds));
  return (
    <section
      aria-label={t('total')}
      className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5 print:grid-cols-5 print:text-sm"
    >
      <StatTile label={t('columns.waits')} value={total.waits} />
      <StatTile label={t('columns.honest')} value={percent(total.level.honest.share)} detail={t('honestHint')} />
      <StatTile
        label={t('columns.servedOnly')}
        value={percent(total.level.servedOnly.share)}
        detail={t('servedOnlyHint')}
      />
      <StatTile label={t('columns.meanWait')} value={duration(total.meanWaitSeconds)} />
      <StatTile label={t('columns.crossed')} value={total.crossed} />
      <StatTile
        label={t('columns.abandoned')}
        value={total.abandoned}
        detail={total.abandoned > 0 ? percent(total.abandonedShare) : undefined}
      />
      <StatTile
        label={t('columns.noShow')}
        value={total.noShow}
        detail={total.noShow > 0 ? percent(total.noShowShare) : undefined}
      />
      <StatTile
        label={t('columns.careShare')}
        value={percent(total.careShare)}
        detail={t('careHint', { made: total.careMade, due: total.careDue })}
      />
      <StatTile
        label={t('columns.meanHandling')}
        value={duration(total.meanHandlingSeconds)}
        detail={`${t('columns.target')}: ${percent(total.targetShare)}`}
      />
      <StatTile
        label={t('columns.promise')}
        value={percent(total.promiseShare)}
        detail={t('promiseHint', { time: duration(total.medianErrorSeconds) })}
      />
    </section>
  );
}
