import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DEMO_PASSWORD, DEMO_STAFF } from '@/lib/demo/demo-staff';
import { signInToDemo } from '@/lib/staff/actions';

/** The accounts of the demonstration; one tap signs in. Only shown where the server runs as a demonstration. */
export async function DemoAccounts({ next = '/', level = 2 }: { next?: string; level?: 2 | 3 }) {
  const t = await getTranslations('signIn');
  const role = await getTranslations('role');
  return (
    <Card title={t('demoPick')} level={level}>
      <p className="mb-3 text-muted-foreground">{t('demoHint', { password: DEMO_PASSWORD })}</p>
      <form action={signInToDemo}>
        <input type="hidden" name="next" value={next} />
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
          {DEMO_STAFF.map((person) => (
            <li key={person.username}>
              <button
                type="submit"
                name="username"
                value={person.username}
                className="flex h-full min-h-touch w-full flex-col items-start justify-center rounded-lg border border-border-strong/60 bg-surface px-3 py-1.5 text-start leading-tight hover:border-primary hover:bg-primary-soft"
              >
                <span className="font-semibold">{person.username}</span>
                <span className="text-muted-foreground text-sm">{role(person.role)}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Card>
  );
}
