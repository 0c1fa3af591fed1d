'use client';

import { CircleAlert, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ApiProblem } from '@/components/live/call-api';
import { ConnectionBanner } from '@/components/live/connection-banner';
import type { LiveView } from '@/components/live/use-live-view';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';

/**
 * What is wrong with a desk's live view: old data, access that ended, a version that is older than the server's.
 * Nothing while all is well.
 *
 * @param path of the screen, to come back to after signing in
 */
export function DeskBanners({
  live,
  path,
}: {
  live: Pick<LiveView<unknown>, 'connection' | 'ageSeconds' | 'refused' | 'shouldReload'>;
  path: string;
}) {
  const t = useTranslations('common');
  const problemText = useProblemText();
  return (
    <>
      <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
      {live.refused ? (
        <Banner
          tone="danger"
          assertive
          icon={<CircleAlert aria-hidden="true" />}
          action={
            <ButtonLink size="md" variant="secondary" href={`/sign-in?next=${encodeURIComponent(path)}`}>
              {t('signInAgain')}
            </ButtonLink>
          }
        >
          {problemText({ code: live.refused as ApiProblem['code'] })}
        </Banner>
      ) : null}
      {live.shouldReload ? (
        <Banner
          icon={<RefreshCw aria-hidden="true" />}
          action={
            <Button variant="secondary" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          }
        >
          {t('newVersion')}
        </Banner>
      ) : null}
    </>
  );
}
