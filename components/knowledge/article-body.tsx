import { Banknote, Clock, FileCheck, MapPin } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type ArticleContent, type ArticlePart, partIn } from '@/lib/knowledge/article';
import { readMarkup, type Span } from '@/lib/knowledge/light-markup';

const facts: [Exclude<ArticlePart, 'title' | 'body'>, ReactNode][] = [
  ['bring', <FileCheck key="bring" aria-hidden="true" />],
  ['duration', <Clock key="duration" aria-hidden="true" />],
  ['cost', <Banknote key="cost" aria-hidden="true" />],
  ['where', <MapPin key="where" aria-hidden="true" />],
];

/** What an article says, to read out: the short facts first, then the rest. */
export function ArticleBody({ content }: { content: Record<ArticlePart, Record<string, string>> }) {
  const t = useTranslations('knowledge');
  const locale = useLocale();
  const said = content as ArticleContent;
  const known = facts.filter(([part]) => partIn(said, part, locale) !== '');
  return (
    <div className="space-y-3">
      {known.length > 0 ? (
        <dl className="grid gap-x-4 gap-y-2 rounded-lg bg-surface-sunken p-3 sm:grid-cols-2">
          {known.map(([part, icon]) => (
            <div key={part} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 [&_svg]:mt-0.5 [&_svg]:size-5">
              <dt className="col-span-2 flex gap-2 text-muted-foreground text-sm">
                {icon}
                {t(`part.${part}`)}
              </dt>
              <dd className="col-start-2 font-medium">{partIn(said, part, locale)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <MarkupText text={partIn(said, 'body', locale)} />
    </div>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  let place = 0;
  return spans.map(({ text, bold }) => {
    place += text.length;
    return bold ? <strong key={place}>{text}</strong> : <span key={place}>{text}</span>;
  });
}

/** Text with the little markup of articles, as elements; never as HTML. */
export function MarkupText({ text }: { text: string }) {
  let place = 0;
  return (
    <div className="max-w-prose space-y-2 leading-relaxed">
      {readMarkup(text).map((block) => {
        place += 1;
        if (block.kind === 'heading')
          return (
            <p key={place} className="pt-1 font-semibold">
              <Spans spans={block.spans} />
            </p>
          );
        if ('spans' in block)
          return (
            <p key={place}>
              <Spans spans={block.spans} />
            </p>
          );
        const items = block.items.map((spans) => (
          <li key={spans.map((span) => span.text).join('')}>
            <Spans spans={spans} />
          </li>
        ));
        return block.kind === 'steps' ? (
          <ol key={place} className="list-decimal space-y-1 ps-6">
            {items}
          </ol>
        ) : (
          <ul key={place} className="list-disc space-y-1 ps-6">
            {items}
          </ul>
        );
      })}
    </div>
  );
}
