'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button';
import { Card } from './card';
import { cn } from './class-names';

/** A card whose inside is long: its title and what it is about, the rest on a tap. On paper it is all there. */
export function FoldedCard({
  title,
  hint,
  show,
  hide,
  actions,
  children,
}: {
  title: ReactNode;
  /** What is inside, in a line. */
  hint: ReactNode;
  /** Words of the button that unfolds it, and of the one that folds it. */
  show: string;
  hide: string;
  /** Beside the title while it is open. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={title}
      flush
      actions={
        <div className="flex flex-wrap items-center justify-end gap-2 print:hidden">
          {open ? actions : null}
          <Button variant="ghost" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <ChevronDown aria-hidden="true" className={cn('size-5', open && 'rotate-180')} />
            {open ? hide : show}
          </Button>
        </div>
      }
    >
      <p className="px-4 pb-3 text-muted-foreground text-sm">{hint}</p>
      <div id={id} className={cn(!open && 'hidden print:block')}>
        {children}
      </div>
    </Card>
  );
}
