import type { House } from '@/lib/door/house';
import type { Database } from '@/lib/platform/db/client';
import { presentEntry, presentVersion } from './presenter';
import { findArticle, listArticles, listVersions } from './queries';
import type { ArticleEntry, ArticleVersionView } from './schema';

const AT_ONCE = 200;
const MOST = 2_000;

/** Every article of a hall for its editor; the caller has checked who asks. */
export async function loadArticles({ db }: House, hallId: string): Promise<ArticleEntry[]> {
  const entries: ArticleEntry[] = [];
  let after: string | undefined;
  do {
    const rows = await listArticles(db, hallId, { after, limit: AT_ONCE });
    entries.push(...rows.map(presentEntry));
    after = rows.length === AT_ONCE ? rows.at(-1)?.id : undefined;
  } while (after !== undefined && entries.length < MOST);
  return entries;
}

const VERSIONS_SHOWN = 50;

/** An article of the hall with its versions, newest first; null where there is none. */
export async function loadArticle(
  { db }: { db: Database },
  hallId: string,
  id: string,
): Promise<{ entry: ArticleEntry; versions: ArticleVersionView[] } | null> {
  const article = await findArticle(db, id);
  if (article?.hallId !== hallId) return null;
  const versions = await listVersions(db, id, { limit: VERSIONS_SHOWN });
  return { entry: presentEntry(article), versions: versions.map(presentVersion) };
}
