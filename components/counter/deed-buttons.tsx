'use client';

import {
  ArrowLeftRight,
  BellRing,
  BookOpenText,
  CalendarClock,
  CirclePause,
  MessageCircleQuestion,
  PlusCircle,
  Siren,
  Umbrella,
  UserRoundX,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { nextStep } from './next-step';
import type { Deed } from './use-counter-actions';

type Keys<Key extends string> = Record<Key, (() => unknown) | undefined>;

/** What helps at any time, beside the ticket's own steps: help, the guide to services, what is lent or promised. */
export function CounterTools({
  keys,
  withCustomer,
  helpAsked,
  pending,
}: {
  keys: Keys<'L' | 'K' | 'B' | 'E' | 'V'>;
  withCustomer: boolean;
  helpAsked: boolean;
  pending: boolean;
}) {
  const t = useTranslations('counter');
  return (
    <section aria-label={t('tools')} className="flex flex-wrap gap-x-1">
      {helpAsked || !keys.L ? null : (
        <Button variant="ghost" shortcut="L" pending={pending} onClick={keys.L}>
          <Siren aria-hidden="true" className="size-5" />
          {t('deed.help')}
        </Button>
      )}
      <Button variant="ghost" shortcut="K" onClick={keys.K}>
        <BookOpenText aria-hidden="true" className="size-5" />
        {t('deed.guide')}
      </Button>
      {withCustomer ? (
        <>
          <Button variant="ghost" shortcut="B" onClick={keys.B}>
            <Umbrella aria-hidden="true" className="size-5" />
            {t('deed.lend')}
          </Button>
          <Button variant="ghost" shortcut="E" onClick={keys.E}>
            <MessageCircleQuestion aria-hidden="true" className="size-5" />
            {t('deed.unaccepted')}
          </Button>
          <Button variant="ghost" shortcut="V" onClick={keys.V}>
            <CalendarClock aria-hidden="true" className="size-5" />
            {t('deed.followUp')}
          </Button>
        </>
      ) : null}
    </section>
  );
}

/** The one usual next step, large, and the others of the customer who is here. */
export function StepButtons({
  primary,
  step,
  keys,
  withCustomer,
  pending,
  deed,
  disabled,
}: {
  primary: Ref<HTMLButtonElement>;
  step: Exclude<ReturnType<typeof nextStep>, 'taken'>;
  keys: Keys<'Space' | 'R' | 'N' | 'A' | 'H' | 'T'>;
  withCustomer: boolean;
  pending: boolean;
  /** The deed that is on its way. */
  deed: Deed['kind'] | null;
  disabled: boolean;
}) {
  const t = useTranslations('counter');
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        ref={primary}
        size="xl"
        shortcut="Space"
        pending={pending}
        disabled={disabled}
        onClick={keys.Space}
        className="min-w-80 flex-1"
      >
        {t(`step.${step}`)}
      </Button>
      {withCustomer ? (
        <div className={cn('grid grid-cols-2 gap-2', step === 'finish' && 'sm:grid-cols-3')}>
          {step === 'start' ? (
            <>
              <Button variant="secondary" shortcut="R" pending={deed === 'recall'} onClick={keys.R}>
                <BellRing aria-hidden="true" className="size-5" />
                {t('deed.recall')}
              </Button>
              <Button variant="secondary" shortcut="N" pending={deed === 'noShow'} onClick={keys.N}>
                <UserRoundX aria-hidden="true" className="size-5" />
                {t('deed.noShow')}
              </Button>
            </>
          ) : (
            <Button variant="secondary" shortcut="A" onClick={keys.A}>
              <PlusCircle aria-hidden="true" className="size-5" />
              {t('deed.addService')}
            </Button>
          )}
          <Button variant="secondary" shortcut="H" onClick={keys.H}>
            <CirclePause aria-hidden="true" className="size-5" />
            {t('deed.hold')}
          </Button>
          <Button variant="secondary" shortcut="T" onClick={keys.T}>
            <ArrowLeftRight aria-hidden="true" className="size-5" />
            {t('deed.transfer')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
