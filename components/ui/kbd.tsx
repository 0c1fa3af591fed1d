import { cn } from './class-names';

/** The keys of a shortcut, for the eye only: screen readers get `aria-keyshortcuts` of the control. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'rounded-sm border border-current px-1.5 py-0.5 font-sans font-semibold text-[0.75em] leading-none opacity-85',
        className,
      )}
    >
      {keys.split('+').join(' ')}
    </span>
  );
}
