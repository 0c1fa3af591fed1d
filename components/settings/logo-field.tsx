'use client';

import Image from 'next/image';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { uploadPhoto } from '@/components/attachments/upload-photo';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';

/** Chooses the picture at the head of the hall's slips, or takes it away. */
export function LogoField({ hall, logoId }: { hall: string; logoId: string | null }) {
  const t = useTranslations('logoField');
  const problemText = useProblemText();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const save = async (attachmentId: string | null) => {
    const saved = await callApi('POST', `/halls/${hall}/logo`, { attachmentId });
    if (saved.ok) router.refresh();
    else setProblem(saved.problem);
  };
  const run = async (work: () => Promise<void>) => {
    setPending(true);
    setProblem(undefined);
    await work();
    setPending(false);
  };
  const choose = async (file: File) => {
    const sent = await uploadPhoto(hall, file);
    if (sent.ok) await save(sent.value.id);
    else setProblem(sent.problem);
  };

  return (
    <div className="space-y-3">
      <p className="text-muted-foreground text-sm">{t('hint')}</p>
      {logoId ? (
        <Image
          src={`/api/v1/halls/${hall}/attachments/${logoId}`}
          alt={t('logo')}
          // Only staff may see it: not through the shared store of made-smaller pictures.
          unoptimized
          width={288}
          height={96}
          className="h-24 w-auto max-w-72 rounded-lg border border-border bg-white object-contain p-2"
        />
      ) : (
        <p>{t('none')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <label
          className={cn(
            buttonClass({ variant: 'secondary', size: 'md' }),
            'cursor-pointer focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-2',
          )}
        >
          {pending ? <Spinner /> : null}
          {t('choose')}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            className="sr-only"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file && !pending) void run(() => choose(file));
            }}
          />
        </label>
        {logoId ? (
          <Button variant="secondary" disabled={pending} onClick={() => run(() => save(null))}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className="font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {problemText(problem)}
        </p>
      ) : null}
    </div>
  );
}
