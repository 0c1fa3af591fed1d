import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Toaster } from '@/components/ui/toaster';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('appName'), template: `%s · ${t('appName')}` } };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: '#f5f7f9',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('common');
  return (
    <html lang={await getLocale()}>
      <body>
        <ClientMessages namespaces={['problem']}>{children}</ClientMessages>
        <Toaster label={t('messages')} closeLabel={t('close')} />
      </body>
    </html>
  );
}
