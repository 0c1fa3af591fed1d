import { cva } from 'class-variance-authority';

/** Looks of a button, for `<Button>` and for links that look like one. */
export const buttonClass = cva(
  'relative inline-flex select-none items-center justify-center gap-2 rounded-lg border font-semibold leading-tight transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-primary text-primary-foreground enabled:hover:bg-primary-hover',
        secondary: 'border-border-strong bg-surface text-foreground enabled:hover:bg-surface-sunken',
        soft: 'border-transparent bg-primary-soft text-primary-soft-foreground enabled:hover:border-primary',
        ghost: 'border-transparent bg-transparent text-foreground enabled:hover:bg-surface-sunken',
        // For what cannot be taken back and what reports something broken.
        danger: 'border-transparent bg-danger text-danger-foreground enabled:hover:bg-danger-hover',
      },
      size: {
        // For dense desktop tables with a mouse: 32 px.
        sm: 'min-h-8 px-3 text-sm',
        // The usual one: 44 px, whatever the device, since staff stand and touch.
        md: 'min-h-touch px-4 text-base',
        lg: 'min-h-14 px-6 text-lg',
        // The one dominant button of a screen.
        xl: 'min-h-20 px-8 text-2xl',
        // Customers at a kiosk: 64 px.
        kiosk: 'min-h-kiosk px-8 text-2xl',
        icon: 'size-touch p-0',
        'icon-sm': 'size-8 p-0',
      },
      block: { true: 'w-full', false: '' },
    },
    defaultVariants: { variant: 'primary', size: 'md', block: false },
  },
);
