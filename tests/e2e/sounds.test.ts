import { readdirSync } from 'node:fs';
import { expect, test } from '@/tests/support/e2e-test';

test('the browser can play the chime and every clip', async ({ page }) => {
  const files = readdirSync('public/sounds', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.\w+$/.test(file),
  );
  expect(files.length).toBeGreaterThan(160);
  await page.goto('/');
  const lengths = await page.evaluate(async (names) => {
    const context = new OfflineAudioContext(1, 1, 44_100);
    return Promise.all(
      names.map(async (name) => {
        const answer = await fetch(`/sounds/${name}`);
        return (await context.decodeAudioData(await answer.arrayBuffer())).duration;
      }),
    );
  }, files);
  // A clip that is all silence was cut to nothing when it was made.
  const odd = files.filter((_, at) => !((lengths[at] ?? 0) > 0.15 && (lengths[at] ?? 0) < 2));
  expect(odd).toEqual([]);
});
