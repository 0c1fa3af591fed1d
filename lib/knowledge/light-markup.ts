/** A stretch of text within a line. */
export interface Span {
  text: string;
  bold: boolean;
}

/** A block of an article's body. There is no HTML anywhere: what looks like a tag is shown as it was typed. */
export type Block = { kind: 'heading' | 'paragraph'; spans: Span[] } | { kind: 'list' | 'steps'; items: Span[][] };

function spansOf(text: string): Span[] {
  return text
    .split(/\*\*(.+?)\*\*/)
    .map((part, i) => ({ text: part, bold: i % 2 === 1 }))
    .filter((span) => span.text !== '');
}

/**
 * Reads the little markup that articles use: `# ` begins a heading, `- ` an item of a list, `1. ` a step, `**…**` is bold,
 * an empty line ends a paragraph.
 */
export function readMarkup(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: Block['kind']; lines: string[] } | null = null;
  const close = () => {
    if (!open) return;
    const { kind, lines } = open;
    if (kind === 'list' || kind === 'steps') blocks.push({ kind, items: lines.map(spansOf) });
    else blocks.push({ kind, spans: spansOf(lines.join(' ')) });
    open = null;
  };
  const add = (kind: Block['kind'], line: string) => {
    if (open?.kind !== kind || kind === 'heading') close();
    open ??= { kind, lines: [] };
    open.lines.push(line);
  };
  for (const raw of text.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim();
    const marked = /^(#{1,4}|[-*•]|\d{1,2}[.、)])\s+(.+)$/.exec(line);
    if (line === '') close();
    else if (!marked) add('paragraph', line);
    else if (marked[1]?.startsWith('#')) add('heading', marked[2] ?? '');
    else add(/^\d/.test(marked[1] ?? '') ? 'steps' : 'list', marked[2] ?? '');
  }
  close();
  return blocks;
}
