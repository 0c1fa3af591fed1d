import { afterEach, beforeEach } from 'vitest';

// What the code complains about on the console is a failure too. A test that provokes a complaint on purpose catches
// it itself: `vi.spyOn(console, 'error').mockImplementation(() => {})`.
const said: string[] = [];
const { error } = console;

beforeEach(() => {
  said.length = 0;
  console.error = (...parts: unknown[]) => {
    said.push(parts.map(String).join(' '));
    error(...parts);
  };
});

afterEach(() => {
  console.error = error;
  if (said.length > 0) throw new Error(`Unexpected console.error: ${said.join('\n')}`);
});
