import {
  CalendarClock,
  ClipboardCheck,
  Columns3,
  Gauge,
  HandHeart,
  Headset,
  HelpCircle,
  MessageSquareWarning,
  MonitorUp,
  Presentation,
  Route,
  ScanLine,
  Settings,
  Smartphone,
  Sparkles,
  Umbrella,
  UserRoundCheck,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Destination, destinationPath } from '@/lib/doorway/destinations';
import { DestinationTile } from './destination-tile';

const icons: Record<Destination['key'], ReactNode> = {
  bookings: <CalendarClock aria-hidden="true" />,
  hotline: <Headset aria-hidden="true" />,
  guide: <UserRoundCheck aria-hidden="true" />,
  counter: <MonitorUp aria-hidden="true" />,
  floor: <HandHeart aria-hidden="true" />,
  belongings: <Umbrella aria-hidden="true" />,
  unaccepted: <CalendarClock aria-hidden="true" />,
  enquiries: <HelpCircle aria-hidden="true" />,
  experience: <Sparkles aria-hidden="true" />,
  complaints: <MessageSquareWarning aria-hidden="true" />,
  rounds: <ClipboardCheck aria-hidden="true" />,
  machines: <ScanLine aria-hidden="true" />,
  sales: <Smartphone aria-hidden="true" />,
  live: <Gauge aria-hidden="true" />,
  journey: <Route aria-hidden="true" />,
  material: <Presentation aria-hidden="true" />,
  'weak-points': <Columns3 aria-hidden="true" />,
  settings: <Settings aria-hidden="true" />,
};

/** The screens of the staff as tiles. Without a hall they lead to sign in first: only then is it known which one. */
export async function StaffTiles({ destinations, hall }: { destinations: readonly Destination[]; hall?: string }) {
  const t = await getTranslations('doorway.open');
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {destinations.map((destination) => (
        <li key={destination.key}>
          <DestinationTile
            href={hall === undefined ? '/sign-in' : destinationPath(destination, hall)}
            icon={icons[destination.key]}
            title={t(destination.key)}
            hint={t(`${destination.key}Hint`)}
          />
        </li>
      ))}
    </ul>
  );
}
