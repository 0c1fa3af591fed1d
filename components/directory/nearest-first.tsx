'use client';

import { LocateFixed } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Two decimals are about a kilometre: near enough to find a hall, too coarse to find a person. */
const rounded = (degrees: number) => degrees.toFixed(2);

/** Asks the phone where it is, and sorts the halls by that. Nothing is asked before the tap. */
export function NearestFirst({ words }: { words: string }) {
  const t = useTranslations('halls');
  const router = useRouter();
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');

  function ask() {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        const query = new URLSearchParams({ near: `${rounded(coords.latitude)},${rounded(coords.longitude)}` });
        if (words) query.set('q', words);
        router.replace(`/halls?${query}`);
      },
      () => setState('refused'),
      { maximumAge: 300_000, timeout: 10_000 },
    );
  }

  return (
    <div className="noscript:hidden">
      <Button variant="soft" pending={state === 'asking'} onClick={ask}>
        <LocateFixed aria-hidden="true" className="size-5" />
        {t(state === 'asking' ? 'locating' : 'nearest')}
      </Button>
      <p role="status" className="text-muted-foreground text-sm">
        {state === 'refused' ? t('noPosition') : null}
      </p>
    </div>
  );
}
