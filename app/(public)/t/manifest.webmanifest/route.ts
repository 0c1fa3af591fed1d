import { getLocale, getTranslations } from 'next-intl/server';

/** Customers' tickets as an app on the phone, in the phone's language. Its start opens the last ticket. */
export async function GET(): Promise<Response> {
  const t = await getTranslations('myTicket');
  const icon = (size: number, purpose: string) => ({
    src: `/t/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: '/t/',
    name: t('title'),
    short_name: t('title'),
    lang: await getLocale(),
    start_url: '/t/',
    scope: '/t/',
    display: 'standalone',
    background_color: '#f5f7f9',
    theme_color: '#f5f7f9',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'private, max-age=3600' },
  });
}
