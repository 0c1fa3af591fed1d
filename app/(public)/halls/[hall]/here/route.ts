import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { DOOR_CODE_SECONDS, DOOR_COOKIE } from '@/lib/remote/door-code';
import { loadDoorVisit } from '@/lib/remote/loaders';

/** Where the code at the door leads: this phone has been there, for some minutes; then to its own number, or the hall. */
export async function GET(request: Request, { params }: { params: Promise<{ hall: string }> }): Promise<Response> {
  const { hall } = await params;
  const code = new URL(request.url).searchParams.get('d') ?? '';
  const visit = await loadDoorVisit(hall, code);
  if (visit?.isHere)
    (await cookies()).set(DOOR_COOKIE, code, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: 2 * DOOR_CODE_SECONDS,
    });
  redirect(visit?.token ? `/t/${visit.token}` : `/halls/${encodeURIComponent(hall)}`);
}
