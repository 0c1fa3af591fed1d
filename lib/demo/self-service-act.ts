import { divert } from '@/lib/diversions/commands';
import { addMachine, advanceFault, hearMachine, reportFault } from '@/lib/machines/commands';
import { isFree } from '@/lib/machines/machine';
import { listMachines, listOpenFaults } from '@/lib/machines/queries';
import type { DemoAct } from './act';
import { pick } from './chance';

const GUIDE = {
  'zh-CN': '1. 点选“缴费”或“查账单”。\n2. 输入手机号码，核对机主姓氏。\n3. 扫码或投币，取走凭条。',
  en: '1. Touch “Pay” or “See the bill”.\n2. Enter the phone number and check the name.\n3. Scan or insert money, take the slip.',
  es: '1. Toque «Pagar» o «Ver factura».\n2. Escriba el número y compruebe el nombre.\n3. Escanee o introduzca dinero y recoja el recibo.',
};

const MACHINES = [
  { kind: 'payment', number: 1, zoneCode: 'self-service', serviceCodes: ['bills'] },
  { kind: 'payment', number: 2, zoneCode: 'self-service', serviceCodes: ['bills'] },
  { kind: 'multi', number: 3, zoneCode: 'self-service', serviceCodes: ['bills', 'plans'] },
  { kind: 'print', number: 4, zoneCode: 'service', serviceCodes: ['bills'] },
] as const;

/** Four machines; the guide sends some customers there, one breaks now and then, and support comes in its time. */
export const selfServiceAct: DemoAct = {
  touchpoint: 'self-service',
  async seed(stage) {
    for (const machine of MACHINES)
      await stage.asHouse(addMachine, {
        hall: stage.hallId,
        ...machine,
        serviceCodes: [...machine.serviceCodes],
        guide: GUIDE,
      });
  },
  async play(stage) {
    const machines = await listMachines(stage.db, stage.hallId);
    const guide = stage.someone('guide', 'floor', 'lead');
    if (!guide) return;
    for (const occasion of stage.occasions('to a machine', 9)) {
      const able = machines.filter((machine) => isFree(machine, stage.now) && machine.serviceCodes.includes('bills'));
      const machine = able[Math.floor(occasion.chance('which') * able.length)];
      if (machine) await stage.as(guide, divert, { hall: stage.hallId, machineId: machine.id, serviceCode: 'bills' });
    }
    for (const occasion of stage.occasions('machine used', 20)) {
      const free = machines.filter((machine) => isFree(machine, stage.now));
      const machine = free[Math.floor(occasion.chance('which') * free.length)];
      if (machine) await stage.as(guide, hearMachine, { machineId: machine.id, busy: true });
    }
    const faults = await listOpenFaults(stage.db, stage.hallId);
    for (const occasion of stage.occasions('machine breaks', 0.4)) {
      const machine = machines[Math.floor(occasion.chance('which') * machines.length)];
      const category = pick(
        [
          ['printer', 4],
          ['reader', 2],
          ['cash', 2],
          ['network', 1],
        ] as const,
        occasion.chance('what'),
      );
      // One broken machine at a time is enough for a good hall.
      if (machine && faults.length === 0) await stage.as(guide, reportFault, { machineId: machine.id, category });
    }
    for (const fault of faults) {
      const { id: faultId, reportedAt } = fault;
      const after = (question: string, least: number, more: number) => least + more * stage.chance(faultId, question);
      if (stage.passed(reportedAt, after('reply', 300, 1200)))
        await stage.as(guide, advanceFault, { faultId, step: 'reply' });
      if (stage.passed(reportedAt, after('site', 1800, 1200)))
        await stage.as(guide, advanceFault, { faultId, step: 'site' });
      if (stage.passed(reportedAt, after('repair', 3300, 2400)))
        await stage.as(guide, advanceFault, { faultId, step: 'repair' });
    }
  },
};
