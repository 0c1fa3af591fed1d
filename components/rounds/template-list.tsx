'use client';

import { Pencil, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { showToast } from '@/components/ui/toast-store';
import { localName } from '@/lib/i18n/local-name';
import type { TemplateView } from '@/lib/rounds/schema';
import { TemplateForm } from './template-form';

/** The hall's round templates: when each falls due, how many items it has; one opens to be changed. */
export function TemplateList({
  hall,
  templates,
  zones,
  mayChange,
}: {
  hall: string;
  templates: readonly TemplateView[];
  zones: readonly { code: string; names: Record<string, string> }[];
  mayChange: boolean;
}) {
  const t = useTranslations('roundTemplates');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState<string>();
  const saved = () => {
    setOpen(undefined);
    showToast({ message: common('saved') });
    router.refresh();
  };
  const when = ({ kind, times, everyMinutes, graceMinutes }: TemplateView) => {
    if (times.length > 0) return t('atTimes', { times: times.join(' · ') });
    if (everyMinutes) return t('everyMinutes', { count: everyMinutes });
    return t(kind === 'closing' ? 'afterClosing' : 'beforeOpening', { minutes: graceMinutes });
  };
  const form = (template: TemplateView | null) => (
    <TemplateForm hall={hall} template={template} zones={zones} onSaved={saved} onCancel={() => setOpen(undefined)} />
  );
  return (
    <Card
      title={t('title')}
      actions={
        mayChange && open !== 'new' ? (
          <Button variant="secondary" onClick={() => setOpen('new')}>
            <Plus aria-hidden="true" className="size-5" />
            {t('add')}
          </Button>
        ) : null
      }
    >
      {open === 'new' ? <div className="mb-4 border-border border-b pb-4">{form(null)}</div> : null}
      {templates.length === 0 && open !== 'new' ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : null}
      <ul className="divide-y divide-border">
        {templates.map((template) => {
          const name = localName(template.names, locale);
          return (
            <li key={template.id} className="py-3">
              {open === template.id ? (
                form(template)
              ) : (
                <div className="flex items-center gap-3">
                  <div className="min-w-0 flex-1">
                    <h3 className="font-semibold">{name}</h3>
                    <p className="text-muted-foreground">
                      {template.active ? '' : `${t('off')} · `}
                      {t(`kinds.${template.kind}`)} · {when(template)} ·{' '}
                      {t('itemCount', { count: template.items.length })}
                    </p>
                  </div>
                  {mayChange ? (
                    <Button
                      variant="secondary"
                      aria-label={t('changeOf', { name })}
                      onClick={() => setOpen(template.id)}
                    >
                      <Pencil aria-hidden="true" className="size-5" />
                      {common('edit')}
                    </Button>
                  ) : null}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
