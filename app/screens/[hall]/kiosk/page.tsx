import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KioskScreen } from '@/components/kiosk/kiosk-screen';
import { loadKiosk } from '@/lib/kiosk/loaders';
import { loadMessages } from '@/lib/screens/loaders';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kiosk'))('title') };
}

/** The kiosk of a hall: a portrait touch screen at which customers take a number, or say that they have one. */
export default async function KioskPage({ params, searchParams }: PageProps<'/screens/[hall]/kiosk'>) {
  const { hall } = await params;
  const { print } = await searchParams;
  const [kiosk, messages] = await Promise.all([
    loadKiosk(hall),
    loadMessages(['common', 'errors', 'estimate', 'kiosk']),
  ]);
  return (
    <>
      {/* Everything is sized in rem: the same picture on every screen of a portrait shape. Large type makes a rem larger. */}
      <style>
        {
          'html{font-size:calc(min(100vw/67.5,100vh/120)*var(--kiosk-type,1));overflow:hidden;touch-action:manipulation}'
        }
      </style>
      <script src="/display-watchdog.js" async />
      <KioskScreen hall={hall} {...kiosk} printsItself={print === 'auto'} messages={messages} />
    </>
  );
}
