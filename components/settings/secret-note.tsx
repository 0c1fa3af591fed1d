'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';

/** A secret that is shown this once, to be copied or typed elsewhere. */
export function SecretNote({ kind, value }: { kind: 'key' | 'code'; value: string }) {
  const t = useTranslations('settingsForm');
  return (
    <Banner tone="primary">
      <p>{kind === 'key' ? t('secretKey') : t('secretCode', { address: '/screens/pair' })}</p>
      <p>
        <code className="select-all break-all font-bold font-mono text-lg">{value}</code>
      </p>
    </Banner>
  );
}
