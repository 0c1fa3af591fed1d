/**
 * What a colour means, everywhere: `warning` is for early flags only, `danger` for waits over
 * the limit and for what is broken.
 */
export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';

export const softTone: Record<Tone, string> = {
  neutral: 'bg-surface-sunken text-foreground border-border-strong/50',
  primary: 'bg-primary-soft text-primary-soft-foreground border-primary/50',
  success: 'bg-success-soft text-success-soft-foreground border-success/50',
  warning: 'bg-warning-soft text-warning-soft-foreground border-warning',
  danger: 'bg-danger-soft text-danger-soft-foreground border-danger/60',
};

export const solidTone: Record<Tone, string> = {
  neutral: 'bg-foreground text-background border-transparent',
  primary: 'bg-primary text-primary-foreground border-transparent',
  success: 'bg-success text-success-foreground border-transparent',
  warning: 'bg-warning text-warning-foreground border-transparent',
  danger: 'bg-danger text-danger-foreground border-transparent',
};
