import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';

type WeighedScript = { url: string; bytes: number; late: boolean };

export type ScriptWeight = {
  path: string;
  status: number;
  bytes: number;
  /** Of them, what was asked for only after the page had loaded. */
  lateBytes: number;
  files: WeighedScript[];
};

/**
 * All script that a page loads by itself until it is quiet (script elements and what they import at their start),
 * compressed with gzip as servers do it. Script written into the page is data, not code, and does not count.
 */
export async function weighScripts(context: BrowserContext, url: string): Promise<ScriptWeight> {
  const page = await context.newPage();
  const asked = new Map<string, { late: boolean }>();
  let loaded = false;
  page.once('load', () => {
    loaded = true;
  });
  page.on('request', (request) => {
    if (request.resourceType() === 'script' && !asked.has(request.url())) asked.set(request.url(), { late: loaded });
  });
  const answer = await page.goto(url, { waitUntil: 'load' });
  // Screens with a live connection are never without traffic; scripts are, once they have started.
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  const path = new URL(page.url()).pathname;
  await page.close();
  const files = await Promise.all(
    [...asked].map(async ([file, { late }]) => ({ url: file, late, bytes: await compressedSize(file) })),
  );
  const sum = (some: WeighedScript[]) => some.reduce((total, { bytes }) => total + bytes, 0);
  return {
    path,
    status: answer?.status() ?? 0,
    bytes: sum(files),
    lateBytes: sum(files.filter(({ late }) => late)),
    files,
  };
}

const sizes = new Map<string, Promise<number>>();

/** Read apart from the page, which may have gone on to another before its scripts could be read. */
function compressedSize(url: string): Promise<number> {
  const known = sizes.get(url) ?? fetch(url).then(async (file) => gzipSync(await file.arrayBuffer()).length);
  sizes.set(url, known);
  return known;
}
