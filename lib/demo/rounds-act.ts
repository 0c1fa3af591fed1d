import { serviceDay } from '@/lib/halls/service-day';
import { checkTask, doTask, signRound } from '@/lib/rounds/commands';
import { listTasks, listTemplates, listWanted } from '@/lib/rounds/queries';
import type { DemoAct } from './act';

const FOUND_WRONG = ['等候区地面有水渍', '宣传单已用完', '体验机屏幕有指纹', '通道堆放了纸箱'];

/** Rounds are walked within a quarter of an hour after they fell due; what is found wrong is put right and looked at. */
export const roundsAct: DemoAct = {
  touchpoint: 'environment',
  async play(stage) {
    const { id: hallId, timeZone } = await stage.read((state) => state.config);
    const wanted = await listWanted(stage.db, hallId, serviceDay(stage.now, timeZone));
    const templates = wanted.length > 0 ? await listTemplates(stage.db, hallId) : [];
    for (const round of wanted) {
      if (round.state !== 'due' || !stage.passed(round.dueAt, 120 + 700 * stage.chance(round.id, 'walked after')))
        continue;
      const template = templates.find(({ id }) => id === round.templateId);
      const lead = template?.kind === 'preOpening';
      const account = stage.someone(...(lead ? ['lead', 'manager'] : ['floor', 'guide', 'lead']));
      if (!template || !account) continue;
      const items = template.items.map(({ id }) => {
        const ok = stage.chance(`${round.id} ${id}`, 'in order') > 0.06;
        const note = FOUND_WRONG[Math.floor(stage.chance(id, round.id) * FOUND_WRONG.length)];
        return { itemId: id, ok, ...(ok || !note ? {} : { note }) };
      });
      await stage.as(account, signRound, { hall: hallId, templateId: template.id, items });
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
