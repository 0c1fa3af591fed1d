import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { COMPLAINT_CATEGORIES, type ComplaintCategory } from '@/lib/complaints/complaint';

/** What it is about: one tap, or one digit. */
export function CategoryChoice({
  category,
  missing,
  onChoose,
}: {
  category: ComplaintCategory | undefined;
  /** It was sent without one. */
  missing: boolean;
  onChoose: (category: ComplaintCategory) => void;
}) {
  const t = useTranslations('register');
  const code = useTranslations('complaintCode');
  return (
    <fieldset className="space-y-1.5">
      <legend className="flex flex-wrap items-baseline gap-x-2 font-medium">
        {t('category')}
        <span className="hidden font-normal text-muted-foreground text-sm sm:inline">{t('categoryKeys')}</span>
      </legend>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-5">
        {COMPLAINT_CATEGORIES.map((key, i) => (
          <button
            key={key}
            type="button"
            data-autofocus={i === 0 ? '' : undefined}
            aria-pressed={category === key}
            aria-keyshortcuts={String((i + 1) % 10)}
            onClick={() => onChoose(key)}
            className={cn(
              'flex min-h-12 items-center gap-2 rounded-lg border-2 px-2 text-start font-medium leading-tight',
              category === key
                ? 'border-primary bg-primary-soft text-primary-soft-foreground'
                : 'border-border-strong bg-surface hover:bg-surface-sunken',
            )}
          >
            <span
              aria-hidden="true"
              className="hidden w-4 shrink-0 text-center text-muted-foreground text-sm sm:inline"
            >
              {category === key ? '✓' : (i + 1) % 10}
            </span>
            {code(`category.${key}`)}
          </button>
        ))}
      </div>
      {missing && !category ? <Missing text={t('needCategory')} /> : null}
    </fieldset>
  );
}

function Missing({ text }: { text: string }) {
  return (
    <p role="alert" className="font-medium text-danger text-sm">
      <span aria-hidden="true">⚠ </span>
      {text}
    </p>
  );
}
