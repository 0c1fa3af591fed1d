'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';

export type SecretKind = 'key' | 'code' | 'webhook';

/** A secret that is shown this once, to be copied or typed elsewhere. */
export function SecretNote({ kind, value }: { kind: SecretKind; value: string }) {
  const t = useTranslations('settingsForm');
  return (
    <Banner tone="primary">
      <p>
        {kind === 'key'
          ? t('secretKey')
          : kind === 'webhook'
            ? t('secretWebhook')
            : t('secretCode', { address: '/screens/pair' })}
      </p>
      <p>
        <code className="select-all break-all font-bold font-mono text-lg">{value}</code>
      </p>
    </Banner>
  );
}
