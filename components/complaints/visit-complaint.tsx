'use client';

import { MessageSquareWarning } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useLiveView } from '@/components/live/use-live-view';
import { StateChip } from '@/components/ui/state-chip';
import type { ComplaintList } from '@/lib/complaints/schema';

/**
 * Says that the visit of the customer in front of somebody has a complaint, and leads to it. Needs the texts
 * `common.register` only. Nothing where there is none.
 */
export function VisitComplaint({ hall, visitId }: { hall: string; visitId: string }) {
  const t = useTranslations('common.register');
  const [found, setFound] = useState<{ visitId: string; list: ComplaintList['items'] }>();
  const happened = useLiveView({ hall, view: 'signals' }).data?.touchpoints.complain;

  useEffect(() => {
    if (happened === undefined) return;
    let gone = false;
    const path = `/halls/${hall}/complaints?state=all&limit=3&visit=${encodeURIComponent(visitId)}`;
    callApi<ComplaintList>('GET', path).then((answer) => {
      if (!gone && answer.ok) setFound({ visitId, list: answer.value.items });
    });
    return () => {
      gone = true;
    };
  }, [hall, visitId, happened]);

  if (found?.visitId !== visitId) return null;
  return found.list.map((complaint) => (
    <a key={complaint.id} href={`/desk/${hall}/complaints?open=${complaint.id}`} className="inline-block rounded-full">
      <StateChip
        tone={complaint.state === 'closed' ? 'neutral' : 'warning'}
        icon={<MessageSquareWarning aria-hidden="true" />}
      >
        {t('visit', { reference: complaint.reference })}
      </StateChip>
    </a>
  ));
}
