import type { Localized } from '@/lib/core/localized';
import type { OpenSpan } from './hall-config';

/** What a new hall starts with where its definition says nothing else. Each hall changes its own copy in settings. */
interface Named {
  code: string;
  names: Localized;
}

/** Credit in minutes puts a customer that much further ahead in the queue; see queue-order.ts. */
export const DEFAULT_CLASSES: readonly (Named & { creditMinutes: number })[] = [
  {
    code: 'ordinary',
    names: { 'zh-CN': '普通客户', en: 'Ordinary customer', es: 'Cliente corriente' },
    creditMinutes: 0,
  },
  { code: 'elderly', names: { 'zh-CN': '老年客户', en: 'Elderly customer', es: 'Persona mayor' }, creditMinutes: 10 },
  {
    code: 'disabled',
    names: { 'zh-CN': '残障客户', en: 'Customer with a disability', es: 'Persona con discapacidad' },
    creditMinutes: 15,
  },
  { code: 'key', names: { 'zh-CN': '重要客户', en: 'Key customer', es: 'Cliente preferente' }, creditMinutes: 5 },
  {
    code: 'booked',
    names: { 'zh-CN': '预约客户', en: 'Customer with a booking', es: 'Cliente con cita' },
    creditMinutes: 10,
  },
];

export const DEFAULT_NEEDS: readonly (Named & { creditMinutes: number })[] = [
  { code: 'elderly', names: { 'zh-CN': '年长', en: 'Elderly', es: 'Persona mayor' }, creditMinutes: 10 },
  { code: 'ill', names: { 'zh-CN': '身体不适', en: 'Ill', es: 'Enferma' }, creditMinutes: 15 },
  { code: 'disabled', names: { 'zh-CN': '行动不便', en: 'Disabled', es: 'Con discapacidad' }, creditMinutes: 15 },
  { code: 'pregnant', names: { 'zh-CN': '孕妇', en: 'Pregnant', es: 'Embarazada' }, creditMinutes: 15 },
  { code: 'with-child', names: { 'zh-CN': '携带儿童', en: 'With a child', es: 'Con un niño' }, creditMinutes: 10 },
];

export const DEFAULT_OUTCOMES: readonly Named[] = [
  { code: 'done', names: { 'zh-CN': '已办结', en: 'Done', es: 'Resuelto' } },
  { code: 'partly-done', names: { 'zh-CN': '部分办结', en: 'Partly done', es: 'Resuelto en parte' } },
  { code: 'not-accepted', names: { 'zh-CN': '未受理', en: 'Not accepted', es: 'No admitido' } },
  {
    code: 'papers-missing',
    names: { 'zh-CN': '资料不全', en: 'Came without papers', es: 'Faltaban documentos' },
  },
  { code: 'informed', names: { 'zh-CN': '仅咨询', en: 'Information only', es: 'Solo información' } },
  { code: 'gave-up', names: { 'zh-CN': '客户放弃', en: 'Customer gave up', es: 'El cliente desistió' } },
];

/** Monday first: weekdays 9–18, weekend 9–17. */
export const DEFAULT_WEEKLY_HOURS: readonly OpenSpan[][] = [
  ...Array.from({ length: 5 }, () => [{ opens: '09:00', closes: '18:00' }]),
  ...Array.from({ length: 2 }, () => [{ opens: '09:00', closes: '17:00' }]),
];
