import { z } from 'zod';

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** A currency by its ISO 4217 code. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine((code) => KNOWN.has(code), 'a currency such as CNY');
