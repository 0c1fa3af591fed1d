import { z } from 'zod';
import { localeSchema } from '@/lib/core/localized';
import { idSchema } from '@/lib/tickets/schema';
import { KEY_ROLES, ROLES, roleSchema } from './roles';

export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'small letters, digits, and . _ - between them');
export const passwordSchema = z.string().min(8).max(128);
export const personNameSchema = z.string().trim().min(1).max(100);

/** A role in a hall; administrators hold theirs in every hall (`hallId` null). */
export const roleInHallSchema = z
  .strictObject({ hallId: idSchema.nullable(), role: roleSchema })
  .refine(({ hallId, role }) => (hallId === null) === (role === 'admin'), {
    message: 'administrators have no hall, everybody else has one',
    path: ['hallId'],
  });
export type RoleInHall = z.infer<typeof roleInHallSchema>;

export const createStaffBody = z.strictObject({
  username: usernameSchema,
  name: personNameSchema,
  password: passwordSchema,
  locale: localeSchema.optional(),
  roles: z.array(roleInHallSchema).max(50),
});
export const updateStaffBody = z.strictObject({
  username: usernameSchema.optional(),
  name: personNameSchema.optional(),
  locale: localeSchema.nullable().optional(),
});
export const setPasswordBody = z.strictObject({ password: passwordSchema });
/** One's own new password; the present one shows that it is really he. */
export const changePasswordBody = z.strictObject({ current: z.string().min(1).max(200), password: passwordSchema });
export const setRolesBody = z.strictObject({ roles: z.array(roleInHallSchema).max(50) });
export const setActiveBody = z.strictObject({ active: z.boolean() });
export const createAdministratorBody = createStaffBody.omit({ roles: true });

export const createKeyBody = z.strictObject({
  hall: idSchema,
  name: personNameSchema,
  role: z.enum(KEY_ROLES),
});

/** Who signs in. Anything goes in: a malformed name is a wrong name, and tells nobody what names look like. */
export const signInBody = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
});

const roleView = z.object({ hallId: z.string().nullable(), role: z.enum(ROLES) });

/** A person of the staff, for administrators. */
export const staffSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  locale: z.string().nullable(),
  active: z.boolean(),
  lockedUntil: z.string().nullable(),
  roles: z.array(roleView),
});
export type StaffView = z.infer<typeof staffSchema>;

/** The caller as the server knows him. */
export const whoSchema = z.object({
  kind: z.enum(['staff', 'key', 'screen', 'customer', 'anonymous']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  sessionId: z.string().nullable(),
  hallId: z.string().nullable(),
  screenKind: z.string().nullable(),
  roles: z.array(roleView),
});

/** A signed-in device. */
export const sessionSchema = z.object({
  id: z.string(),
  staffId: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
});
export type SessionView = z.infer<typeof sessionSchema>;

/** A program's key without its secret. */
export const keySchema = z.object({
  id: z.string(),
  hallId: z.string(),
  name: z.string(),
  role: z.enum(KEY_ROLES),
  prefix: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type KeyView = z.infer<typeof keySchema>;

/** The answer to a new key: the only time its secret is shown. */
export const createdKeySchema = keySchema.extend({ key: z.string() });

/** Somebody who works in a hall, as colleagues know him: no user name, nothing to sign in with. */
export const colleagueSchema = z.object({ id: z.string(), name: z.string(), roles: z.array(roleSchema) });
export type ColleagueView = z.infer<typeof colleagueSchema>;
