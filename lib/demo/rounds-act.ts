import type { Localized } from '@/lib/core/localized';
import { hallOpening } from '@/lib/halls/hall-opening';
import { serviceDay } from '@/lib/halls/service-day';
import { checkTask, doTask, signRound } from '@/lib/rounds/commands';
import { listTasks, listTemplates, listWanted } from '@/lib/rounds/queries';
import type { RoundTemplate } from '@/lib/rounds/round-template';
import type { DemoAct, DemoStage } from './act';
import { spoken } from './spoken';

const FOUND_WRONG: readonly Localized[] = [
  {
    'zh-CN': '等候区地面有水渍',
    en: 'Water on the floor of the waiting area',
    es: 'Agua en el suelo de la zona de espera',
  },
  {
    'zh-CN': '宣传单已用完',
    en: 'Leaflets have run out',
    es: 'Se acabaron los folletos',
  },
  {
    'zh-CN': '体验机屏幕有指纹',
    en: 'Fingerprints on a demo phone',
    es: 'Huellas en un móvil de prueba',
  },
  {
    'zh-CN': '通道堆放了纸箱',
    en: 'Boxes in the way',
    es: 'Cajas en el paso',
  },
];

/** Everything on the list is looked at; now and then something is not in order. */
function looked({ items }: RoundTemplate, stage: DemoStage, walk: string) {
  return items.map(({ id }) => {
    const ok = stage.chance(`${walk} ${id}`, 'in order') > 0.06;
    const note = FOUND_WRONG[Math.floor(stage.chance(id, walk) * FOUND_WRONG.length)];
    return { itemId: id, ok, ...(ok || !note ? {} : { note: spoken(note, stage.chance(walk, `${id} language`)) }) };
  });
}

/**
 * Rounds are walked within a quarter of an hour after they fell due; what is found wrong is put right and looked at. The
 * check before opening is never left: without it the hall stays closed.
 */
export const roundsAct: DemoAct = {
  touchpoint: 'environment',
  async play(stage) {
    const { config, closed } = await stage.read((state) => ({
      config: state.config,
      closed: hallOpening(state, stage.now).why === 'awaitingCheck',
    }));
    const { id: hallId, timeZone } = config;
    const wanted = await listWanted(stage.db, hallId, serviceDay(stage.now, timeZone));
    const templates = closed || wanted.length > 0 ? await listTemplates(stage.db, hallId) : [];
    const sign = async (template: RoundTemplate, walk: string) => {
      const lead = template.kind === 'preOpening';
      const account = stage.someone(...(lead ? ['lead', 'manager'] : ['floor', 'guide', 'lead']));
      const items = looked(template, stage, walk);
      if (account) await stage.as(account, signRound, { hall: hallId, templateId: template.id, items });
    };
    const check = templates.find(({ kind }) => kind === 'preOpening');
    if (closed && check) await sign(check, `${stage.now.getTime()}`);
    for (const round of wanted) {
      const template = templates.find(({ id }) => id === round.templateId);
      const walked = stage.passed(round.dueAt, 120 + 700 * stage.chance(round.id, 'walked after'));
      if (template && round.state === 'due' && walked) await sign(template, round.id);
    }
    for (const task of await listTasks(stage.db, hallId)) {
      const input = { hall: hallId, taskId: task.id };
      const soon = (question: string) => 600 + 2400 * stage.chance(task.id, question);
      const floor = stage.someone('floor', 'guide');
      const manager = stage.someone('lead', 'manager');
      if (task.state === 'open' && floor && stage.passed(task.openedAt, soon('done')))
        await stage.as(floor, doTask, input);
      if (task.state === 'done' && manager && stage.passed(task.doneAt, soon('looked at')))
        await stage.as(manager, checkTask, { ...input, ok: stage.chance(task.id, 'right') > 0.1 });
    }
  },
};
