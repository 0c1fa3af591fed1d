import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { currentToasts, dismissToast, showToast, subscribeToasts } from '@/components/ui/toast-store';

beforeEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('keeps a failure until it is closed, an undo as long as it is possible, others for a moment', () => {
  showToast({ message: 'called' });
  showToast({ message: 'called', action: { label: 'undo', onSelect: () => undefined } });
  const failure = showToast({ message: 'broken', tone: 'danger' });
  expect(currentToasts().map(({ durationMs }) => durationMs)).toEqual([5_000, 30_000, undefined]);
  dismissToast(failure);
  expect(currentToasts()).toHaveLength(2);
});

it('shows at most three, the newest last', () => {
  for (const message of ['1', '2', '3', '4']) showToast({ message });
  expect(currentToasts().map(({ message }) => message)).toEqual(['2', '3', '4']);
});

it('tells who listens, until they leave', () => {
  const listener = vi.fn();
  const leave = subscribeToasts(listener);
  const id = showToast({ message: 'hello' });
  dismissToast(id);
  leave();
  showToast({ message: 'unheard' });
  expect(listener).toHaveBeenCalledTimes(2);
});
