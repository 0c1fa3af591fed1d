import { z } from 'zod';

export const ROLES = ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'hotline', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

/** Roles that a program's key may carry: never the administrator's. */
export const KEY_ROLES = ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'hotline'] as const;
