import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { controlClass } from './control-class';

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={cn(controlClass, 'resize-y', className)} />;
}
