import type { HallConfig } from '@/lib/halls/hall-config';
import type { LegLimits } from './leg-summary';

/** The limits that a service's legs are measured against; the hall's where the service is gone. */
export function limitsOf(config: HallConfig, serviceId: string): LegLimits {
  return config.services.find((service) => service.id === serviceId) ?? config;
}
