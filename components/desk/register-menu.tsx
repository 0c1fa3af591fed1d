'use client';

import { FilePenLine, ListChecks, MessageSquareWarning } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useParams, useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { LazyMessages, loadTexts } from '@/components/i18n/lazy-messages';
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu';
import { showToast } from '@/components/ui/toast-store';

const loadDialog = () => import('@/components/complaints/register-dialog');
const RegisterDialog = dynamic(() => loadDialog().then((file) => file.RegisterDialog), { ssr: false });
const TEXTS = ['complaintCode', 'errors', 'register'] as const;

/** The ticket whose customer is in front of somebody: what is registered is about this visit. */
export type RegisterAbout = { ticketId: string; number: string };

/**
 * What can be taken down from every staff screen. The form is loaded when it is wanted: no screen carries it unopened.
 * F9 opens the complaint at once.
 */
export function RegisterMenu({ hall, about }: { hall?: string; about?: RegisterAbout }) {
  const params = useParams<{ hall?: string }>();
  const router = useRouter();
  const locale = useLocale();
  const t = useTranslations('common.register');
  const slug = hall ?? params?.hall;
  const [complaint, setComplaint] = useState(false);
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setComplaint(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  // Before the tap: whoever comes near the button gets the form at once.
  useEffect(() => {
    const box = place.current;
    const prepare = () => {
      loadDialog().catch(() => {});
      loadTexts(locale, TEXTS);
    };
    box?.addEventListener('pointerenter', prepare, { once: true });
    box?.addEventListener('focusin', prepare, { once: true });
    return () => {
      box?.removeEventListener('pointerenter', prepare);
      box?.removeEventListener('focusin', prepare);
    };
  }, [locale]);

  if (!slug) return null;
  const items: MenuItem[] = [
    {
      id: 'complaint',
      label: t('complaint'),
      icon: <MessageSquareWarning aria-hidden="true" />,
      shortcut: 'F9',
      onSelect: () => setComplaint(true),
    },
    {
      id: 'complaints',
      label: t('list'),
      icon: <ListChecks aria-hidden="true" />,
      onSelect: () => router.push(`/desk/${slug}/complaints`),
    },
  ];
  return (
    <span ref={place} className="shrink-0">
      <DropdownMenu
        label={t('open')}
        variant="secondary"
        size="icon"
        trigger={<FilePenLine aria-hidden="true" className="size-5" />}
        items={items}
      />
      {complaint
        ? createPortal(
            <LazyMessages
              namespaces={TEXTS}
              waiting={null}
              failed={<FailedNote text={t('loadFailed')} onDone={() => setComplaint(false)} />}
            >
              <RegisterDialog hall={slug} about={about} onClose={() => setComplaint(false)} />
            </LazyMessages>,
            // Not in the page's header, whose landmark it would become part of.
            document.querySelector('main') ?? document.body,
          )
        : null}
    </span>
  );
}

function FailedNote({ text, onDone }: { text: string; onDone: () => void }) {
  useEffect(() => {
    showToast({ tone: 'danger', message: text });
    onDone();
  });
  return null;
}
