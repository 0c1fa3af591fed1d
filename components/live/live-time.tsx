'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';

interface Times {
  /** Server time of the snapshot that is shown, ISO 8601. */
  at: string;
  /** Server time minus this device's time. */
  serverOffsetMs: number;
}

const TimesContext = createContext<Times>({ at: new Date(0).toISOString(), serverOffsetMs: 0 });

/** Gives all timers below it the server's time, so that lists need not hand it on. */
export function LiveTime({ at, serverOffsetMs, children }: Times & { children: ReactNode }) {
  const times = useMemo(() => ({ at, serverOffsetMs }), [at, serverOffsetMs]);
  return <TimesContext.Provider value={times}>{children}</TimesContext.Provider>;
}

export function useLiveTime(): Times {
  return useContext(TimesContext);
}
