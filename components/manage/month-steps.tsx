'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale } from 'next-intl';
import { Button } from '@/components/ui/button';
import { formatMonth } from '@/lib/i18n/hall-time';

/** One month of a page, and the ways to the one before and the one after. */
export function MonthSteps({
  month,
  last,
  previousLabel,
  nextLabel,
  onMonth,
}: {
  /** YYYY-MM */
  month: string;
  /** There is nothing after this month. */
  last: string;
  previousLabel: string;
  nextLabel: string;
  onMonth: (month: string) => void;
}) {
  const locale = useLocale();
  return (
    <div className="flex items-center gap-1">
      <Button variant="ghost" size="icon" aria-label={previousLabel} onClick={() => onMonth(addMonths(month, -1))}>
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Button>
      <p aria-live="polite" className="min-w-36 text-center font-semibold text-lg">
        {formatMonth(month, locale)}
      </p>
      <Button
        variant="ghost"
        size="icon"
        aria-label={nextLabel}
        disabled={month >= last}
        onClick={() => onMonth(addMonths(month, 1))}
      >
        <ChevronRight aria-hidden="true" className="size-5" />
      </Button>
    </div>
  );
}

function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
