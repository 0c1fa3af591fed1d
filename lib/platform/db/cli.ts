import { generateClients } from './generate';
import { applyMigrations, writeMigration } from './migrate';

const usage = 'Usage: cli.ts generate | migrate | migrate:new NAME';

async function run([command, ...rest]: string[]): Promise<void> {
  if (command === 'generate') {
    const generated = generateClients();
    if (generated.length > 0) console.log(`Generated the database clients for ${generated.join(' and ')}.`);
    return;
  }
  if (command === 'migrate') {
    const url = process.env.DATABASE_URL ?? 'file:./data/hall.db';
    const applied = await applyMigrations(url);
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
    return;
  }
  if (command === 'migrate:new' && rest[0]) {
    const written = await writeMigration(rest[0], new Date());
    console.log(written.length > 0 ? `Wrote\n${written.join('\n')}` : 'The models have not changed.');
    return;
  }
  throw new Error(usage);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
