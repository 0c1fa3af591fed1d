'use client';

import { Download, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { csvOf } from '@/lib/journey/csv';

/** The scorecard on paper, and as a file for a spreadsheet. */
export function CardExport({ fileName, rows }: { fileName: string; rows: readonly (readonly string[])[] }) {
  const t = useTranslations('journey');
  const download = () => {
    const url = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="flex gap-2 print:hidden">
      <Button variant="secondary" onClick={download}>
        <Download aria-hidden="true" className="size-5" />
        {t('csv')}
      </Button>
      <Button variant="secondary" onClick={() => window.print()}>
        <Printer aria-hidden="true" className="size-5" />
        {t('print')}
      </Button>
    </div>
  );
}
