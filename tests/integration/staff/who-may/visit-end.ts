import { DEFAULT_RULES } from '@/lib/complaints/complaint-rules';
import * as sales from '@/lib/sales/commands';
import { ROLES } from '@/lib/staff/roles';
import { visitEndRows } from '@/tests/factories/visit-end';
import { run } from '@/tests/support/run-command';
import { type Area, LEADS, MANAGERS, nextTry, QUEUE, system } from './area';

/** Who may what at the end of a visit and after it: promises, loans, things, complaints, devices sold. */
export const visitEnd: Area = {
  may: {
    'complaint.accept': [...ROLES],
    'complaint.close': [...ROLES],
    'complaint.decideRemedy': LEADS,
    'complaint.decline': [...ROLES],
    'complaint.dispatch': [...ROLES],
    'complaint.note': [...ROLES],
    'complaint.register': [...ROLES],
    'complaint.remedy': [...ROLES],
    'complaint.reopen': [...ROLES],
    'complaint.reply': [...ROLES],
    'complaint.saveRules': MANAGERS,
    'followUp.finish': QUEUE,
    'followUp.plan': QUEUE,
    'followUp.takeOver': QUEUE,
    'item.closeLost': QUEUE,
    'item.handBack': QUEUE,
    'item.match': QUEUE,
    'item.registerFound': QUEUE,
    'item.reportLost': QUEUE,
    'loan.lend': QUEUE,
    'loan.retire': LEADS,
    'loan.return': QUEUE,
    'loan.stock': LEADS,
    'repair.close': QUEUE,
    'sale.handSheet': QUEUE,
    'sale.openCase': QUEUE,
    'sale.record': QUEUE,
    'supplier.add': MANAGERS,
    'supplier.change': MANAGERS,
    'unaccepted.answer': QUEUE,
    'unaccepted.register': QUEUE,
    'unaccepted.takeOver': QUEUE,
  },
  inputs: (place) => {
    const { house, hall, known } = place;
    const complaint = { complaintId: known.complaint };
    const saleOf = async (name: string) => {
      const supplier = { hall: hall.id, name: `supplier ${nextTry()}` };
      if (name === 'supplier.add') return supplier;
      const { id: supplierId } = await run(house, system, sales.addSupplier, supplier);
      if (name === 'supplier.change') return { supplierId, change: { contact: 'x' } };
      const input = { hall: hall.id, supplierId, model: 'x' };
      if (name === 'sale.record') return input;
      const { id: saleId } = await run(house, system, sales.recordSale, input);
      if (name === 'sale.handSheet') return { saleId };
      const repair = { saleId, kind: 'repair', reason: 'screen' } as const;
      if (name === 'sale.openCase') return repair;
      const sale = await run(house, system, sales.openCase, repair);
      return { caseId: sale.cases[0]?.id, result: 'repaired' };
    };
    return {
      'complaint.accept': () => complaint,
      'complaint.close': () => ({ ...complaint, cause: 'skill' }),
      'complaint.decideRemedy': () => ({ remedyId: known.remedy, approve: false }),
      'complaint.decline': () => complaint,
      'complaint.dispatch': () => ({ ...complaint, department: 'billing' }),
      'complaint.note': () => ({ ...complaint, note: 'x' }),
      'complaint.register': () => ({ hall: hall.id, category: 'wait', words: 'x' }),
      'complaint.remedy': () => ({ ...complaint, kind: 'apology' }),
      'complaint.reopen': () => ({ ...complaint, reason: 'x' }),
      'complaint.reply': () => ({ ...complaint, channel: 'phone', answer: 'x' }),
      'complaint.saveRules': () => ({ hall: hall.id, ...DEFAULT_RULES }),
      'followUp.finish': async () => ({ followUpId: (await visitEndRows(house, hall)).followUp, result: 'x' }),
      'followUp.plan': () => ({ hall: hall.id, what: 'x', promisedDay: '2026-03-04' }),
      'followUp.takeOver': async () => ({ followUpId: (await visitEndRows(house, hall)).followUp }),
      'item.closeLost': async () => ({ reportId: (await visitEndRows(house, hall)).lost }),
      'item.handBack': async () => ({ foundItemId: (await visitEndRows(house, hall)).found, to: 'x' }),
      'item.match': async () => {
        const rows = await visitEndRows(house, hall);
        return { reportId: rows.lost, foundItemId: rows.found };
      },
      'item.registerFound': () => ({ hall: hall.id, description: 'x', keptWhere: 'x' }),
      'item.reportLost': () => ({ hall: hall.id, description: 'x' }),
      'loan.lend': async () => ({ itemId: (await visitEndRows(house, hall)).item }),
      'loan.retire': async () => ({ itemId: (await visitEndRows(house, hall)).item }),
      'loan.return': async () => ({ loanId: (await visitEndRows(house, hall)).loan }),
      'loan.stock': () => ({ hall: hall.id, kind: 'umbrella', from: 1, to: 2, deposit: 0 }),
      'repair.close': () => saleOf('repair.close'),
      'sale.handSheet': () => saleOf('sale.handSheet'),
      'sale.openCase': () => saleOf('sale.openCase'),
      'sale.record': () => saleOf('sale.record'),
      'supplier.add': () => saleOf('supplier.add'),
      'supplier.change': () => saleOf('supplier.change'),
      'unaccepted.answer': async () => ({ unacceptedId: (await visitEndRows(house, hall)).unaccepted, answer: 'x' }),
      'unaccepted.register': () => ({ hall: hall.id, what: 'x', why: 'papers', promisedDay: '2026-03-04' }),
      'unaccepted.takeOver': async () => ({ unacceptedId: (await visitEndRows(house, hall)).unaccepted }),
    };
  },
};
