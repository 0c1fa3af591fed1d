import { build, isBuilt } from './build';

// `npm run build`; with --if-needed only when the sources have changed since the last one.
async function run(): Promise<void> {
  const root = process.cwd();
  if (process.argv.includes('--if-needed') && isBuilt(root)) return;
  await build(root);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
