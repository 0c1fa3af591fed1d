import { fail, type Result, success } from '@/lib/core/result';
import { strangeValue } from './clean-json';

/** No request needs more. */
export const MOST_BYTES = 64 * 1024;

/** Uploads are pictures; none weighs more. */
export const MOST_UPLOAD_BYTES = 2 * 1024 * 1024;

/** How much of a request's body is looked at, by what the sender says it is. */
export function mostBytes(contentType: string | undefined): number {
  return contentType?.startsWith('image/') ? MOST_UPLOAD_BYTES : MOST_BYTES;
}

/** The bytes of an upload: `unsupported-media-type` when it is something else, `payload-too-large` beyond its measure. */
export async function readUpload(
  request: Request,
  { types, mostBytes: most }: { types: readonly string[]; mostBytes: number },
): Promise<Result<Uint8Array>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) return fail('unsupported-media-type', { detail: `Send one of ${types.join(', ')}.` });
  const bytes = await readBytes(request, most);
  return bytes ? success(bytes) : tooLarge(most);
}

/**
 * The JSON body of a request: `payload-too-large` beyond 64 KB (without reading on), `unsupported-media-type` when it
 * is something else, `invalid-json`. An empty body is an empty object: many clients name the type and send nothing.
 */
export async function readBody(request: Request): Promise<Result<unknown>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > MOST_BYTES) return tooLarge();
  const bytes = await readBytes(request);
  if (!bytes) return tooLarge();
  if (bytes.length === 0) return success({});
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json *(?:;|$)/i.test(type))
    return fail('unsupported-media-type', { detail: 'Send the body as Content-Type: application/json.' });
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const strange = strangeValue(body);
    return strange ? fail('invalid-input', { errors: [strange] }) : success(body);
  } catch {
    return fail('invalid-json');
  }
}

function tooLarge(most = MOST_BYTES): Result<never> {
  return fail('payload-too-large', { detail: `At most ${most} bytes.` });
}

async function readBytes(request: Request, most = MOST_BYTES): Promise<Uint8Array | null> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
