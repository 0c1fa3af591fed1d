import type { VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { buttonClass } from './button-class';
import { cn } from './class-names';
import { Kbd } from './kbd';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonClass> & {
    /** Keys that do the same, written as `aria-keyshortcuts` wants them (`F2`, `Alt+N`); shown on the button. */
    shortcut?: string;
    /** The action is on its way: the button keeps its size and focus, and further taps do nothing. */
    pending?: boolean;
  };

/** `type` is `button` unless said otherwise, so that no button submits a form by accident. */
export function Button({
  variant,
  size,
  block,
  shortcut,
  pending = false,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      // Not `disabled`: that would throw the focus of a keyboard user to the page's start.
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      aria-keyshortcuts={shortcut}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={cn(buttonClass({ variant, size, block }), className)}
    >
      {pending ? <Spinner /> : null}
      {children}
      {shortcut ? <Kbd keys={shortcut} className="ms-1" /> : null}
    </button>
  );
}
