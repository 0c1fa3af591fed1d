'use client';

import { Button } from '@/components/ui/button';
import { useShortcuts } from './use-shortcuts';

export type Choice = { id: string; label: string; detail?: string };

/** Choices in a dialog, each done by one press; the first nine also by their digit. */
export function DigitChoices({
  choices,
  firstDigit = 1,
  autoFocus = false,
  pendingId,
  onChoose,
}: {
  choices: readonly Choice[];
  /** Digit of the first choice, where a dialog has more than one list. */
  firstDigit?: number;
  /** The dialog's focus goes to the first one, so that Space takes it. */
  autoFocus?: boolean;
  pendingId?: string;
  onChoose: (id: string) => void;
}) {
  const digit = (index: number) => (firstDigit + index <= 9 ? String(firstDigit + index) : undefined);
  useShortcuts(
    Object.fromEntries(
      choices.map(({ id }, index) => [digit(index) ?? id, digit(index) ? () => onChoose(id) : undefined]),
    ),
    true,
  );
  return (
    <ul className="grid gap-2">
      {choices.map(({ id, label, detail }, index) => (
        <li key={id}>
          <Button
            variant="secondary"
            block
            shortcut={digit(index)}
            pending={pendingId === id}
            data-autofocus={autoFocus && index === 0 ? '' : undefined}
            onClick={() => onChoose(id)}
            className="justify-start text-start"
          >
            <span className="flex-1">{label}</span>
            {detail ? <span className="font-normal text-muted-foreground text-sm">{detail}</span> : null}
          </Button>
        </li>
      ))}
    </ul>
  );
}
