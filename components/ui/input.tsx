import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { controlClass } from './control-class';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cn(controlClass, className)} />;
}
