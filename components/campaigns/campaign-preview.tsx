import { Megaphone } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A campaign as it stands at the foot of the lobby display, smaller. */
export function CampaignPreview({ lang, title, text }: { lang: string; title: string; text: string }) {
  const t = useTranslations('campaigns');
  return (
    <figure>
      <figcaption className="mb-1 text-muted-foreground text-sm">{t('preview')}</figcaption>
      <div
        data-theme="display"
        className="flex min-h-16 items-center gap-4 rounded-lg bg-surface-sunken px-4 py-2 text-foreground"
      >
        <Megaphone aria-hidden="true" className="size-7 shrink-0 text-primary" />
        <p lang={lang} className="min-w-0">
          <span className="block truncate font-semibold text-xl leading-tight">{title}</span>
          <span className="block truncate text-muted-foreground leading-snug">{text}</span>
        </p>
      </div>
    </figure>
  );
}
