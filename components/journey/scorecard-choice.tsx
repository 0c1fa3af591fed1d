import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { PERIODS, type Period } from '@/lib/journey/period';

/** Which scorecard, and what stands beside it: by the browser's own form, so that the address names both. */
export function ScorecardChoice({
  path,
  period,
  date,
  halls,
  compared,
}: {
  path: string;
  period: Period;
  date: string;
  /** Halls whose scorecards this person may read. */
  halls: readonly { slug: string; name: string }[];
  compared: { hall: string; date: string };
}) {
  const t = useTranslations('journey');
  return (
    <form action={path} className="flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden">
      <div className="grid gap-1">
        <label htmlFor="period" className="font-medium text-sm">
          {t('period.label')}
        </label>
        <Select id="period" name="period" defaultValue={period} className="w-32">
          {PERIODS.map((key) => (
            <option key={key} value={key}>
              {t(`period.${key}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="grid gap-1">
        <label htmlFor="date" className="font-medium text-sm">
          {t('day')}
        </label>
        <Input type="date" id="date" name="date" defaultValue={date} className="w-44" required />
      </div>
      <div className="grid gap-1">
        <label htmlFor="with" className="font-medium text-sm">
          {t('compare.hall')}
        </label>
        <Select id="with" name="with" defaultValue={compared.hall} className="w-56">
          {halls.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className="grid gap-1">
        <label htmlFor="withDate" className="font-medium text-sm">
          {t('compare.day')}
        </label>
        <Input type="date" id="withDate" name="withDate" defaultValue={compared.date} className="w-44" required />
      </div>
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  );
}
