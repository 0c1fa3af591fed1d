import type { VariantProps } from 'class-variance-authority';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonClass } from './button-class';
import { cn } from './class-names';

/** A link that looks like a button: for going somewhere, where a button does something. */
export function ButtonLink({
  variant,
  size,
  block,
  className,
  ...rest
}: ComponentProps<typeof Link> & VariantProps<typeof buttonClass>) {
  return <Link {...rest} className={cn(buttonClass({ variant, size, block }), 'no-underline', className)} />;
}
