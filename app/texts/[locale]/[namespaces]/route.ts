import type { Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { isLocale } from '@/lib/i18n/config';

/** Texts of namespaces in a language, for parts of a screen that are loaded when they are first opened. */
export async function GET(_: Request, { params }: RouteContext<'/texts/[locale]/[namespaces]'>) {
  const { locale, namespaces } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const all = await getMessages({ locale });
  const texts = Object.fromEntries(
    namespaces
      .split(',')
      .filter((name): name is keyof Messages => Object.hasOwn(all, name))
      .map((name) => [name, all[name]]),
  );
  return Response.json(texts, { headers: { 'cache-control': 'no-store' } });
}
