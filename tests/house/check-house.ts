import fs from 'node:fs';
import path from 'node:path';
import { checkFile } from './house-rules';

const notOurs = new Set(['node_modules', '.git', 'data', 'test-results', 'playwright-report', 'coverage', 'generated']);
const readable = /\.(ts|tsx|mjs|js|json|jsonc|md|css|prisma|sql|sh|yml|yaml|svg|html|txt)$|^(run|Dockerfile|\.\w+)$/;

/** Paths from the root of everything that belongs to the product and is text. */
function productFiles(folder = ''): string[] {
  return fs.readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) || entry.name.startsWith('.next') ? [] : productFiles(file);
    return entry.isFile() && readable.test(entry.name) && !entry.name.startsWith('.env') ? [file] : [];
  });
}

const files = productFiles();
const complaints = files.flatMap((file) => checkFile({ path: file, text: fs.readFileSync(file, 'utf8') }));
for (const complaint of complaints) console.log(complaint);
if (complaints.length > 0) {
  console.log(`\n${complaints.length} complaints about the house; its rules are in tests/house/house-rules.ts.`);
  process.exit(1);
}
console.log(`The house is in order: ${files.length} files.`);
