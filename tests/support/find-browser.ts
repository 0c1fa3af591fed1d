import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const installed = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const installedElsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium or Chrome to drive: an installed one, else the one that Playwright downloads, else the system's
 * package where it may be installed. Throws with what was tried.
 */
export function findBrowser(): string {
  return (
    installedBrowser() ??
    existing(chromium.executablePath()) ??
    downloadedBrowser() ??
    packagedBrowser() ??
    fail('No browser: neither Chromium nor Chrome is installed, and neither could be downloaded or installed.')
  );
}

/** Switches for a browser under test: no traffic of its own, and no sandbox where it cannot have one. */
export function browserSwitches(): string[] {
  return [
    // As docs/lobby-display.md starts a display; `refuseSound` is for pages that must do without.
    '--autoplay-policy=no-user-gesture-required',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = installed.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...places, ...installedElsewhere].find((place) => existing(place));
}

function existing(place: string): string | undefined {
  return fs.existsSync(place) ? place : undefined;
}

function downloadedBrowser(): string | undefined {
  console.log('No browser is installed: trying the download of Playwright …');
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  return existing(chromium.executablePath());
}

function packagedBrowser(): string | undefined {
  const become = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  try {
    for (const step of [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'],
    ]) {
      const [program = '', ...rest] = [...become, ...step];
      execFileSync(program, rest, { stdio: 'inherit' });
    }
  } catch {
    return undefined;
  }
  return installedBrowser();
}

function fail(message: string): never {
  throw new Error(message);
}
