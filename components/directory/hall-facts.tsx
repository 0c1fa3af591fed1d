import { Accessibility, Bus, CircleParking, MapPin, Phone } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import type { HallView } from '@/lib/halls/schema';
import { localName } from '@/lib/i18n/local-name';

/** How to get there: address, public transport, parking, steps, and a number to call. */
export async function HallFacts({ hall }: { hall: HallView }) {
  const t = await getTranslations('halls.hall');
  const locale = await getLocale();
  const address = [localName(hall.district, locale), localName(hall.address, locale)].filter(Boolean).join(' · ');
  const transport = localName(hall.transport, locale);
  const parking = localName(hall.parking, locale);
  const map = mapLink(hall, locale);
  return (
    <Card title={t('getHere')}>
      <dl className="space-y-3">
        {address ? (
          <Fact icon={<MapPin aria-hidden="true" />} term={t('address')}>
            {address}
            {map ? (
              <a href={map} className="ms-2 inline-flex min-h-8 items-center text-primary underline">
                {t('map')}
              </a>
            ) : null}
          </Fact>
        ) : null}
        {transport ? (
          <Fact icon={<Bus aria-hidden="true" />} term={t('transport')}>
            {transport}
          </Fact>
        ) : null}
        {parking ? (
          <Fact icon={<CircleParking aria-hidden="true" />} term={t('parking')}>
            {parking}
          </Fact>
        ) : null}
        <Fact icon={<Accessibility aria-hidden="true" />} term={t('access')} quiet>
          {t(hall.stepFreeAccess ? 'stepFree' : 'noStepFree')}
        </Fact>
        {hall.hotlineNumber ? (
          <Fact icon={<Phone aria-hidden="true" />} term={t('hotline')}>
            <a
              href={`tel:${hall.hotlineNumber.replace(/[^\d+]/g, '')}`}
              className="inline-flex min-h-8 items-center font-semibold text-primary underline"
            >
              {hall.hotlineNumber}
            </a>
          </Fact>
        ) : null}
      </dl>
    </Card>
  );
}

function Fact({
  icon,
  term,
  quiet = false,
  children,
}: {
  icon: ReactNode;
  term: string;
  quiet?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="relative ps-8 [&_dt>svg]:absolute [&_dt>svg]:start-0 [&_dt>svg]:top-1 [&_dt>svg]:size-5 [&_dt>svg]:text-primary">
      <dt className="text-muted-foreground text-sm">
        {icon}
        <span className={quiet ? 'sr-only' : undefined}>{term}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The maps that people use where they read this language. */
function mapLink({ latitude, longitude, names }: HallView, locale: string): string | null {
  if (latitude === null || longitude === null) return null;
  if (locale !== 'zh-CN')
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  const query = new URLSearchParams({
    position: `${longitude},${latitude}`,
    name: names['zh-CN'] ?? '',
    coordinate: 'wgs84',
  });
  return `https://uri.amap.com/marker?${query}`;
}
