import { redirect } from 'next/navigation';
import { settingsPath } from '@/lib/settings/section';
import { requireDesk } from '@/lib/staff/loaders';

export default async function SettingsPage({ params }: PageProps<'/manage/[hall]/settings'>) {
  const { hall } = await params;
  await requireDesk(hall, 'settings.read', settingsPath(hall));
  redirect(settingsPath(hall, 'hall'));
}
