import fs from 'node:fs';
import path from 'node:path';

/** The id of the build that this server serves; screens reload when it changes. In development it never does. */
export function buildId(dev: boolean): string {
  if (dev) return 'development';
  const file = path.resolve(process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID');
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`There is no build at ${file}: run "npm run build" first.`);
  }
}
