import { gzipSync } from 'node:zlib';
import type { BrowserContext, Response } from '@playwright/test';

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
  const scripts: Promise<WeighedScript | null>[] = [];
  const early = new Set<string>();
  let loaded = false;
  page.once('load', () => {
    loaded = true;
  });
  page.on('request', (request) => {
    if (!loaded) early.add(request.url());
  });
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(weigh(response, !early.has(response.url())));
  });
  const answer = await page.goto(url, { waitUntil: 'load' });
  // Screens with a live connection are never without traffic; scripts are, once they have started.
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  const files = (await Promise.all(scripts)).filter((file) => file !== null);
  await page.close();
  const unique = [...new Map(files.map((file) => [file.url, file])).values()];
  const sum = (some: WeighedScript[]) => some.reduce((total, { bytes }) => total + bytes, 0);
  return {
    path: new URL(page.url()).pathname,
    status: answer?.status() ?? 0,
    bytes: sum(unique),
    lateBytes: sum(unique.filter(({ late }) => late)),
    files: unique,
  };
}

async function weigh(response: Response, late: boolean): Promise<WeighedScript | null> {
  if (!response.ok()) return null;
  return { url: response.url(), bytes: gzipSync(await response.body()).length, late };
}
