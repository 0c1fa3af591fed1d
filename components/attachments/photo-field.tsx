'use client';

import { Camera, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/live/use-problem-text';
import { buttonClass } from '@/components/ui/button-class';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';
import { Photo } from './photo';
import { uploadPhoto } from './upload-photo';

const MOST = 4;

/** Takes photographs and keeps their ids. Needs the namespaces `photos` and `errors`. */
export function PhotoField({
  hall,
  label,
  ids,
  onChange,
}: {
  hall: string;
  /** What is photographed, for those who don't see it. */
  label: string;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const t = useTranslations('photos');
  const problemText = useProblemText();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const add = async (file: File | undefined) => {
    if (!file || sending) return;
    setSending(true);
    setFailure(undefined);
    const answer = await uploadPhoto(hall, file);
    setSending(false);
    if (answer.ok) onChange([...ids, answer.value.id]);
    else setFailure(problemText(answer.problem));
  };

  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        {ids.map((id, i) => (
          <span key={id} className="relative">
            <Photo hall={hall} id={id} label={t('of', { number: i + 1, thing: label })} />
            <button
              type="button"
              aria-label={t('remove', { number: i + 1 })}
              onClick={() => onChange(ids.filter((one) => one !== id))}
              className="-end-2 -top-2 absolute grid size-7 place-items-center rounded-full border border-border-strong bg-surface"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </span>
        ))}
        {ids.length < MOST ? (
          <label
            className={cn(
              buttonClass({ variant: 'secondary', size: 'md' }),
              'cursor-pointer focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-2',
            )}
          >
            {sending ? <Spinner /> : <Camera aria-hidden="true" className="size-5" />}
            {sending ? t('sending') : t('add')}
            <input
              type="file"
              accept="image/jpeg,image/png,image/webp"
              capture="environment"
              aria-label={t('addOf', { thing: label })}
              className="sr-only"
              onChange={(event) => {
                add(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
        ) : null}
      </div>
      {failure ? (
        <p role="alert" className="font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {failure}
        </p>
      ) : null}
    </div>
  );
}
