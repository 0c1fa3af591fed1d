import { z } from 'zod';
import { ERROR_CODES, type ErrorCode, type Failure } from '@/lib/core/errors';

const codes = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

/** A problem document (RFC 9457). `code` is from a closed list; `type` is an address that explains it. */
export const problemSchema = z.object({
  type: z.string().describe('Address of the explanation of this code.'),
  title: z.string().describe('What the code means, in English.'),
  status: z.int(),
  detail: z.string().describe('What is wrong here and what to do.'),
  code: z.enum(codes),
  errors: z
    .array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() }))
    .optional()
    .describe('For bad input: each field with its path ("customer.phone", "query.limit").'),
  currentState: z.string().optional().describe('State of the ticket or counter that refused.'),
});
export type Problem = z.infer<typeof problemSchema>;

/** Where the codes are explained. */
export const PROBLEMS_PATH = '/api/v1/problems';

export function problemOf({ code, detail, errors, currentState }: Failure): Problem {
  const { status, title } = ERROR_CODES[code];
  return {
    type: `${PROBLEMS_PATH}/${code}`,
    title,
    status,
    detail: detail ?? (errors?.[0] ? `${errors[0].path || 'body'}: ${errors[0].message}` : title),
    code,
    ...(errors ? { errors } : {}),
    ...(currentState ? { currentState } : {}),
  };
}

/** The answer for a failure, with `Retry-After` where waiting helps and the challenge that a 401 must carry. */
export function problemResponse(failure: Failure, headers: Headers = new Headers()): Response {
  const problem = problemOf(failure);
  headers.set('content-type', 'application/problem+json');
  if (failure.retryAfterSeconds !== undefined) headers.set('retry-after', String(failure.retryAfterSeconds));
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
