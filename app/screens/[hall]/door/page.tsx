import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { DoorSign } from '@/components/display/door-sign';
import { FreshCode } from '@/components/display/fresh-code';
import { QrCode } from '@/components/ui/qr-code';
import { env } from '@/lib/platform/env';
import { loadDoorCode } from '@/lib/remote/loaders';
import { loadDisplay, loadMessages } from '@/lib/screens/loaders';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('doorSign'))('title') };
}

/** The sign at the door: a portrait screen that nobody looks after. */
export default async function DoorPage({ params }: PageProps<'/screens/[hall]/door'>) {
  const { hall } = await params;
  const [{ initial, paired, build }, messages] = await Promise.all([
    loadDisplay(hall, 'door'),
    loadMessages(['common', 'display', 'doorSign', 'estimate']),
  ]);
  const t = await getTranslations('doorSign');
  const origin = env().BASE_URL?.replace(/\/+$/, '') ?? `http://${(await headers()).get('host')}`;
  const at = `${origin}/halls/${initial.data.hall.slug}`;
  // Only the hall's own sign proves that its reader stands before it.
  const code = paired ? await loadDoorCode(hall) : null;
  return (
    <>
      {code ? <FreshCode /> : null}
      {/* Everything is sized in rem: the same picture on every screen of a portrait shape, and nothing to scroll. */}
      <style>{'html{font-size:min(100vw/67.5,100vh/120);overflow:hidden}'}</style>
      <script src="/display-watchdog.js" async />
      <DoorSign hall={hall} initial={initial} paired={paired} build={build} messages={messages}>
        <QrCode
          text={code ? `${at}/here?d=${code}` : at}
          label={t('scanInfo')}
          className="size-80 rounded-xl bg-white p-4 text-black"
        />
      </DoorSign>
    </>
  );
}
