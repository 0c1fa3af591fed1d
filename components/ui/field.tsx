import type { ReactNode } from 'react';
import { cn } from './class-names';

export type FieldControl = {
  id: string;
  required: boolean;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
};

/**
 * Label, hint and error of one control, wired so that a screen reader reads them with it:
 * `<Field id="name" label={…} error={…}>{(control) => <Input {...control} name="name" />}</Field>`
 */
export function Field({
  id,
  label,
  hint,
  error,
  required = false,
  optionalLabel,
  className,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Message for the person, already in their language; nothing when the value is fine. */
  error?: ReactNode;
  required?: boolean;
  /** Word for "optional"; shown where the field is not required. */
  optionalLabel?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={cn('space-y-1', className)}>
      <label htmlFor={id} className="block font-medium">
        {label}
        {!required && optionalLabel ? (
          <span className="ms-2 font-normal text-muted-foreground text-sm">{optionalLabel}</span>
        ) : null}
      </label>
      {children({
        id,
        required,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      ) : null}
    </div>
  );
}
