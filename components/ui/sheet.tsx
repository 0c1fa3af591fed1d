'use client';

import { Dialog, type DialogProps } from './dialog';

/** A dialog at the side of the screen (the whole screen on a phone). */
export function Sheet(props: Omit<DialogProps, 'shape'>) {
  return <Dialog {...props} shape="sheet" />;
}
