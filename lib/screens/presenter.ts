import type { HallConfig } from '@/lib/halls/hall-config';
import type { SilentScreens } from './schema';
import type { ScreenKind } from './screen';

interface Silent {
  id: string;
  kind: ScreenKind;
  name: string;
  zoneId: string | null;
  lastSeenAt: Date | null;
  silentAt: Date | null;
}

/** Silent screens with the zone where to look for them. */
export function presentSilent(screens: readonly Silent[], zones: HallConfig['zones']): SilentScreens {
  return {
    items: screens.map(({ id, kind, name, zoneId, lastSeenAt, silentAt }) => ({
      id,
      kind,
      name,
      zoneNames: zones.find((zone) => zone.id === zoneId)?.names ?? null,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      silentAt: silentAt?.toISOString() ?? null,
    })),
  };
}
