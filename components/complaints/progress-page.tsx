import { CircleAlert, CircleCheck, CircleDashed, CircleDot, Gift, LockKeyhole, Phone } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { Banner } from '@/components/ui/banner';
import { cn } from '@/components/ui/class-names';
import type { ComplaintProgress } from '@/lib/complaints/schema';
import { formatMoney } from '@/lib/core/money';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';

const STEPS = ['registered', 'handled', 'replied', 'closed'] as const;

/** The customer's private page: how far his complaint is. Plain HTML that works without script. */
export async function ProgressPage({ progress }: { progress: ComplaintProgress }) {
  const t = await getTranslations('complaintProgress');
  const code = await getTranslations('complaintCode');
  const locale = await getLocale();
  const { hall } = progress;
  const time = (at: string) => formatHallDateTime(at, locale, hall.timeZone);
  const at: Record<(typeof STEPS)[number], string | null> = {
    registered: progress.registeredAt,
    handled: progress.dispatchedAt,
    replied: progress.repliedAt,
    closed: progress.closedAt,
  };
  const reached = { registered: 1, dispatched: 1, replied: 3, closed: 4 }[progress.state];
  const owed = progress.state === 'registered' || progress.state === 'dispatched';
  return (
    <div className="mx-auto w-full max-w-xl space-y-4 p-4 sm:p-8">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">{localName(hall.names, locale)}</p>
        <LocaleSwitch />
      </header>
      <main className="space-y-4">
        <div>
          <h1 className="font-bold text-3xl leading-tight">{t('title')}</h1>
          <p className="text-muted-foreground tabular-nums">{t('reference', { reference: progress.reference })}</p>
        </div>
        <p>{t('thanks')}</p>
        {progress.late ? (
          <Banner tone="danger" icon={<CircleAlert aria-hidden="true" />}>
            {t('late')}
          </Banner>
        ) : null}
        {progress.reopened && owed ? <Banner>{t('reopened')}</Banner> : null}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-xl border border-border bg-surface p-4 shadow-card">
          <dt className="text-muted-foreground">{t('about')}</dt>
          <dd>{code(`category.${progress.category}`)}</dd>
          <dt className="text-muted-foreground">{t('promise')}</dt>
          <dd>{code(`promise.${progress.promise}`)}</dd>
          <dt className="text-muted-foreground">{t('by')}</dt>
          <dd className="font-semibold tabular-nums">{time(progress.promisedAt)}</dd>
        </dl>
        <section aria-labelledby="steps" className="rounded-xl border border-border bg-surface p-4 shadow-card">
          <h2 id="steps" className="mb-2 font-semibold text-lg">
            {t('steps')}
          </h2>
          <ol className="space-y-3">
            {STEPS.map((step, i) => {
              const done = i < reached;
              const now = i === reached;
              const Icon = done ? CircleCheck : now ? CircleDot : CircleDashed;
              return (
                <li key={step} aria-current={now ? 'step' : undefined} className="flex gap-3">
                  <Icon
                    aria-hidden="true"
                    className={cn(
                      'mt-0.5 size-6 shrink-0',
                      done ? 'text-success' : now ? 'text-primary' : 'text-muted-foreground',
                    )}
                  />
                  <div>
                    <p className={cn('leading-snug', now && 'font-semibold')}>
                      {t(`step.${step}`)}{' '}
                      <span className={now ? 'text-primary' : 'sr-only'}>
                        {t(done ? 'done' : now ? 'now' : 'toCome')}
                      </span>
                    </p>
                    {at[step] && (done || now) ? (
                      <p className="text-muted-foreground text-sm tabular-nums">{time(at[step])}</p>
                    ) : null}
                    {step === 'handled' && progress.department ? (
                      <p className="text-sm">
                        {t('at.department', { department: code(`department.${progress.department}`) })}
                      </p>
                    ) : null}
                    {step === 'replied' && progress.replyChannel && done ? (
                      <p className="text-sm">
                        {t('at.channel', { channel: code(`channel.${progress.replyChannel}`) })}
                      </p>
                    ) : null}
                  </div>
                </li>
              );
            })}
          </ol>
        </section>
        {progress.remedies.length > 0 ? (
          <section aria-labelledby="remedies" className="rounded-xl border border-border bg-surface p-4 shadow-card">
            <h2 id="remedies" className="mb-1 font-semibold text-lg">
              {t('remedies')}
            </h2>
            <ul className="space-y-1">
              {progress.remedies.map(({ kind, amount }) => (
                <li key={`${kind} ${amount}`} className="flex items-center gap-2">
                  <Gift aria-hidden="true" className="size-5 text-primary" />
                  {code(`remedy.${kind}`)} {amount > 0 ? formatMoney(amount * 100, progress.currency, locale) : ''}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {progress.hotlineNumber ? (
          <p className="flex items-center gap-2">
            <Phone aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
            {t('hotline', { number: progress.hotlineNumber })}
          </p>
        ) : null}
        <p className="flex items-center gap-2 text-muted-foreground text-sm">
          <LockKeyhole aria-hidden="true" className="size-5 shrink-0" />
          {t('private')}
        </p>
      </main>
    </div>
  );
}
