'use client';

import { CirclePlus, MonitorSmartphone, TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { LiveTime } from '@/components/live/live-time';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { showToast } from '@/components/ui/toast-store';
import { localName } from '@/lib/i18n/local-name';
import type { FaultCategory, FaultStep } from '@/lib/machines/fault';
import type { MachinesView, MachineView } from '@/lib/machines/schema';
import { FaultDialog } from './fault-dialog';
import { MachineCard } from './machine-card';
import { useMachineName } from './use-machine-name';

const MachineSheet = dynamic(() => import('./machine-sheet').then((m) => m.MachineSheet), { loading: () => null });
const MachineForm = dynamic(() => import('./machine-form').then((m) => m.MachineForm), { loading: () => null });

const STEP_PATHS = { reply: 'replied', site: 'on-site', repair: 'repaired' } as const;

/** Broken ones first: they want somebody. */
function byNeed(a: MachineView, b: MachineView): number {
  return Number(a.up) - Number(b.up) || a.number - b.number;
}

/** The self-service machines of a hall for whoever looks after them: state, faults with their clocks, health book. */
export function MachinesScreen({
  hall,
  initial,
  me,
  may,
}: {
  /** Slug of the hall. */
  hall: string;
  initial: MachinesView;
  me: { name: string };
  may: { inspect: boolean; manage: boolean };
}) {
  const t = useTranslations('machines');
  const locale = useLocale();
  const problemText = useProblemText();
  const nameOf = useMachineName();
  const live = useHallData({ hall, path: `/halls/${hall}/machines`, touchpoints: ['self-service'], initial });
  const view = live.data;
  const [pending, setPending] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const [reporting, setReporting] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [form, setForm] = useState<{ id: string | null } | null>(null);
  const find = (id: string | null) => view.machines.find((machine) => machine.id === id);
  const broken = find(reporting);
  const shown = find(opened);
  const inUse = view.machines.filter((machine) => machine.active).sort(byNeed);
  const away = view.machines.filter((machine) => !machine.active);

  const act = async (path: string, body: unknown): Promise<ApiProblem | null> => {
    const answer = await callApi('POST', path, body);
    await live.refresh();
    return answer.ok ? null : answer.problem;
  };
  const tap = async (machine: MachineView, path: string, body: unknown, done: string) => {
    setPending(machine.id);
    const problem = await act(path, body);
    setPending(null);
    showToast(problem ? { tone: 'danger', message: `${nameOf(machine)}: ${problemText(problem)}` } : { message: done });
  };
  const report = async (machine: MachineView, category: FaultCategory) => {
    setPending(machine.id);
    const problem = await act(`/machines/${machine.id}/faults`, { category });
    setPending(null);
    setFailure(problem);
    if (problem) return;
    setReporting(null);
    showToast({ message: t('reported', { name: nameOf(machine) }) });
  };

  return (
    <LiveTime at={view.at} serverOffsetMs={live.serverOffsetMs}>
      <div className="mx-auto flex min-h-dvh max-w-6xl flex-col gap-3 p-2 pb-6" data-toasts="top">
        <DeskHeader
          title={t('title')}
          hallName={localName(view.hall.names, locale)}
          person={me.name}
          facts={[t('inService', { count: view.inService, all: view.registered })]}
        />
        <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
        <main className="space-y-4 px-1">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h1 className="font-bold text-2xl">{t('title')}</h1>
            {may.manage ? (
              <Button variant="secondary" onClick={() => setForm({ id: null })}>
                <CirclePlus aria-hidden="true" className="size-5" />
                {t('add')}
              </Button>
            ) : null}
          </div>
          {view.tooFew ? (
            <Banner tone="danger" icon={<TriangleAlert aria-hidden="true" />}>
              {t('tooFew', { count: view.inService, least: view.leastInService })}
            </Banner>
          ) : null}
          {inUse.length === 0 ? (
            <EmptyState icon={<MonitorSmartphone aria-hidden="true" />} title={t('none')}>
              {t(may.manage ? 'noneHintManager' : 'noneHint')}
            </EmptyState>
          ) : (
            <ul className="grid gap-3 md:grid-cols-2">
              {inUse.map((machine) => (
                <li key={machine.id} className="grid">
                  <MachineCard
                    machine={machine}
                    view={view}
                    pending={pending === machine.id}
                    onReport={() => {
                      setFailure(null);
                      setReporting(machine.id);
                    }}
                    onStep={(step: FaultStep) =>
                      tap(
                        machine,
                        `/faults/${machine.fault?.id}/${STEP_PATHS[step]}`,
                        {},
                        t(`stepDone.${step}`, { name: nameOf(machine) }),
                      )
                    }
                    onState={(state) =>
                      tap(
                        machine,
                        `/machines/${machine.id}/state`,
                        { state },
                        t('backInService', { name: nameOf(machine) }),
                      )
                    }
                    onOpen={() => setOpened(machine.id)}
                  />
                </li>
              ))}
            </ul>
          )}
          {may.manage && away.length > 0 ? (
            <section className="space-y-2">
              <h2 className="font-semibold text-lg">{t('away')}</h2>
              <ul className="flex flex-wrap gap-2">
                {away.map((machine) => (
                  <li key={machine.id}>
                    <Button variant="secondary" onClick={() => setOpened(machine.id)}>
                      {nameOf(machine)}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </main>
      </div>
      {broken ? (
        <FaultDialog
          name={nameOf(broken)}
          failure={failure ? problemText(failure) : undefined}
          pending={pending === broken.id}
          onReport={(category) => report(broken, category)}
          onClose={() => setReporting(null)}
        />
      ) : null}
      {shown && !form ? (
        <MachineSheet
          machine={shown}
          view={view}
          may={may}
          onAct={act}
          onEdit={() => setForm({ id: shown.id })}
          onClose={() => setOpened(null)}
        />
      ) : null}
      {form ? (
        <MachineForm
          hall={hall}
          view={view}
          machine={find(form.id) ?? null}
          onSaved={() => {
            setForm(null);
            live.refresh();
          }}
          onClose={() => setForm(null)}
        />
      ) : null}
    </LiveTime>
  );
}
