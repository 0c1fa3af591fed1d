import { describe, expect, it } from 'vitest';
import { formatHallDay, formatHallTime } from '@/lib/i18n/hall-time';

describe("times in the hall's zone", () => {
  const at = '2020-01-13T23:05:00Z';

  it("shows the hall's clock, whatever the zone of the device", () => {
    expect(formatHallTime(at, 'en', 'Asia/Shanghai')).toBe('07:05');
    expect(formatHallTime(at, 'es', 'America/Lima')).toBe('18:05');
    expect(formatHallTime('2020-01-13T16:00:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('00:00');
  });

  it("shows the hall's day", () => {
    expect(formatHallDay(at, 'en', 'Asia/Shanghai')).toContain('14');
    expect(formatHallDay(at, 'en', 'Europe/Warsaw')).toContain('14');
    expect(formatHallDay(at, 'en', 'America/Lima')).toContain('13');
  });
});
