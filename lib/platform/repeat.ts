/**
 * Does something again and again, a pause after each time: it never runs beside itself. `stop` resolves when what is
 * running has ended.
 *
 * @param everyMs the pause, in ms
 * @param failed told of what a run threw; the next one comes all the same
 */
export function repeat(
  once: () => Promise<void>,
  everyMs: number,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      running = once()
        .catch(failed)
        .finally(() => {
          if (!stopped) next();
        });
    }, everyMs);
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
