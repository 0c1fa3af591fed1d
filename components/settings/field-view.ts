import type { FieldSpec } from '@/lib/settings/settings-form';

/** A field as the form draws it: its description with texts in the person's language, and its choices. */
export type FieldView = FieldSpec & {
  label: string;
  hintText?: string;
  choices?: { value: string; label: string }[];
};
