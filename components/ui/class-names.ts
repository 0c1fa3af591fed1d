import { type ClassValue, clsx } from 'clsx';

/**
 * Joins class names. It does not settle conflicts between utilities (tailwind-merge would cost
 * every screen 8 KB of script): `className` of a component is for its place in the layout
 * (margin, width, grid), its looks are chosen by its own props.
 */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
