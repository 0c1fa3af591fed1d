import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Input } from '@/components/ui/input';

/** Another day, by the browser's own form: the address names what is shown. */
export function DayChoice({ path, date, today }: { path: string; date: string; today: boolean }) {
  const t = useTranslations('journey');
  return (
    <form action={path} className="flex flex-wrap items-center gap-2 print:hidden">
      <label htmlFor="day" className="font-medium">
        {t('day')}
      </label>
      <div className="w-44">
        <Input id="day" type="date" name="date" defaultValue={date} required />
      </div>
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
      {today ? null : (
        <ButtonLink variant="ghost" href={path}>
          {t('toToday')}
        </ButtonLink>
      )}
    </form>
  );
}
