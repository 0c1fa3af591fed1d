'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { WhatIfView } from '@/lib/waiting/schema';

/** Which counter is to take which services only: the question of a move that the panel has not thought of. */
export function MoveForm({
  movable,
  nameOf,
  pending,
  onAsk,
}: {
  movable: WhatIfView['movable'];
  nameOf: (serviceCode: string) => string;
  pending: boolean;
  onAsk: (move: { counterNumber: number; serviceCodes: string[] }) => void;
}) {
  const t = useTranslations('live.whatIf');
  const [chosen, setChosen] = useState<number>();
  const [ticked, setTicked] = useState<readonly string[]>();
  // A counter may have closed since it was chosen.
  const counter = movable.find(({ counterNumber }) => counterNumber === chosen) ?? movable[0];
  if (!counter) return null;
  const takes = ticked && counter.counterNumber === chosen ? ticked : counter.takes;
  const serviceCodes = counter.serviceCodes.filter((code) => takes.includes(code));
  return (
    <form
      className="mt-3 border-border border-t pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && serviceCodes.length > 0) onAsk({ counterNumber: counter.counterNumber, serviceCodes });
      }}
    >
      <Field id="what-if-counter" label={t('moveCounter')} className="max-w-xs">
        {(control) => (
          <Select
            {...control}
            value={counter.counterNumber}
            onChange={({ target }) => {
              setChosen(Number(target.value));
              setTicked(undefined);
            }}
          >
            {movable.map(({ counterNumber }) => (
              <option key={counterNumber} value={counterNumber}>
                {t('counter', { number: counterNumber })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset className="my-1">
        <legend className="font-medium">{t('moveTo')}</legend>
        <div className="flex flex-wrap gap-x-4">
          {counter.serviceCodes.map((code) => (
            <Checkbox
              key={code}
              label={nameOf(code)}
              checked={takes.includes(code)}
              onChange={({ target }) => {
                setChosen(counter.counterNumber);
                setTicked(target.checked ? [...takes, code] : takes.filter((one) => one !== code));
              }}
            />
          ))}
        </div>
      </fieldset>
      {serviceCodes.length === 0 ? <p className="mb-1 text-sm">{t('moveToNone')}</p> : null}
      <Button type="submit" variant="secondary" pending={pending}>
        {t('moveAsk')}
      </Button>
    </form>
  );
}
