import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LobbyDisplay } from '@/components/display/lobby-display';
import { loadDisplay, loadMessages } from '@/lib/screens/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('display');
  return { title: t('title') };
}

export default async function DisplayPage({ params, searchParams }: PageProps<'/screens/[hall]/display'>) {
  const { hall } = await params;
  const asked = (await searchParams).zone;
  const [{ initial, paired, build, zone }, messages] = await Promise.all([
    loadDisplay(hall, 'display', typeof asked === 'string' ? asked : undefined),
    loadMessages(['common', 'display', 'estimate']),
  ]);
  return (
    <>
      {/* Everything is sized in rem: the same picture on every screen of a landscape shape, and nothing to scroll. */}
      <style>{'html{font-size:min(100vw/120,100vh/67.5);overflow:hidden}'}</style>
      <script src="/display-watchdog.js" async />
      <LobbyDisplay hall={hall} initial={initial} paired={paired} build={build} zone={zone} messages={messages} />
    </>
  );
}
