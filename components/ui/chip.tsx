import type { ComponentProps } from 'react';
import { cn } from './class-names';

/** A choice that stays on until tapped again (customer class, needs). The check mark says on, not only the colour. */
export function Chip({
  pressed,
  onPressedChange,
  size = 'md',
  className,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'type' | 'onClick'> & {
  pressed: boolean;
  onPressedChange: (pressed: boolean) => void;
  size?: 'md' | 'kiosk';
}) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={pressed}
      onClick={() => onPressedChange(!pressed)}
      className={cn(
        'inline-flex select-none items-center gap-2 rounded-full border-2 font-medium leading-tight transition-colors disabled:opacity-55',
        size === 'md' ? 'min-h-touch px-4 text-base' : 'min-h-kiosk px-6 text-xl',
        pressed
          ? 'border-primary bg-primary-soft text-primary-soft-foreground'
          : 'border-border-strong bg-surface text-foreground hover:bg-surface-sunken',
        className,
      )}
    >
      <span aria-hidden="true" className={cn('-ms-1 w-4 font-bold', !pressed && 'opacity-0')}>
        ✓
      </span>
      {children}
    </button>
  );
}
