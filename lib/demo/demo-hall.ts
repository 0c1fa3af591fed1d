import type { HallDefinition } from '@/lib/halls/schema';
import { DEFAULT_ROUNDS } from '@/lib/rounds/default-rounds';
import { CHECK_GRACE_MINUTES, type DemoHours } from './demo-hours';

/** Open at every hour: nothing happens at any hour of its own. */
const ALL_DAY: DemoHours = { spans: [{ opens: '00:00', closes: '24:00' }], checks: ['08:30'] };

const idCard = { code: 'id-card', names: { 'zh-CN': '身份证原件', en: 'Identity card', es: 'Documento de identidad' } };
const oldSim = { code: 'old-sim', names: { 'zh-CN': '旧 SIM 卡', en: 'Old SIM card', es: 'Tarjeta SIM anterior' } };
const address = {
  code: 'address-proof',
  names: { 'zh-CN': '装机地址证明', en: 'Proof of address', es: 'Justificante de domicilio' },
};
const router = { code: 'router', names: { 'zh-CN': '原有光猫', en: 'Old modem', es: 'Módem anterior' } };
const receipt = {
  code: 'receipt',
  names: { 'zh-CN': '购机发票', en: 'Receipt of the device', es: 'Factura del equipo' },
};
const licence = {
  code: 'licence',
  names: { 'zh-CN': '营业执照副本', en: 'Business licence', es: 'Licencia comercial' },
};
const authorisation = {
  code: 'authorisation',
  names: { 'zh-CN': '单位授权书', en: 'Letter of authorisation', es: 'Carta de autorización' },
};
const form = {
  code: 'form',
  names: { 'zh-CN': '业务申请表', en: 'Application form', es: 'Formulario de solicitud' },
  form: true,
};

/** So many customers in every hour of the week. */
const everyHour = (count: number) => Array.from({ length: 7 }, () => Array<number>(24).fill(count));

/** The hall of `npm run demo`: a telecom business hall of a district, twelve counters, six services. */
export const DEMO_HALL: HallDefinition = {
  slug: 'demo',
  names: { 'zh-CN': '滨河路营业厅', en: 'Riverside Road hall', es: 'Oficina de la calle Ribera' },
  timeZone: 'Asia/Shanghai',
  address: {
    'zh-CN': '滨河路 88 号一层',
    en: '88 Riverside Road, ground floor',
    es: 'Calle Ribera 88, planta baja',
  },
  transport: {
    'zh-CN': '地铁 4 号线滨河路站 B 口步行 200 米；12 路、36 路公交至滨河公园站',
    en: 'Metro line 4, Riverside Road, exit B, 200 m on foot; buses 12 and 36 to Riverside Park',
    es: 'Metro línea 4, Calle Ribera, salida B, a 200 m a pie; autobuses 12 y 36 hasta Parque Ribera',
  },
  parking: {
    'zh-CN': '地下停车场 40 个车位，办理业务免费一小时；门前有非机动车停放区',
    en: '40 places in the basement, one hour free for customers; bicycle stands at the door',
    es: '40 plazas en el sótano, una hora gratis para clientes; aparcabicis en la puerta',
  },
  stepFreeAccess: true,
  hotlineNumber: '400 000 0088',
  latitude: 31.2304,
  longitude: 121.4737,
  languages: ['zh-CN', 'en'],
  remoteTickets: true,
  bookings: true,
  zones: [
    { code: 'service', names: { 'zh-CN': '业务办理区', en: 'Service counters', es: 'Mostradores de atención' } },
    { code: 'home', names: { 'zh-CN': '家庭宽带区', en: 'Home broadband', es: 'Banda ancha del hogar' } },
    { code: 'devices', names: { 'zh-CN': '终端体验区', en: 'Device experience', es: 'Zona de equipos' } },
    { code: 'business', names: { 'zh-CN': '集团客户区', en: 'Business customers', es: 'Clientes de empresa' } },
    { code: 'self-service', names: { 'zh-CN': '自助服务区', en: 'Self-service', es: 'Autoservicio' } },
  ],
  services: [
    {
      code: 'plans',
      bookable: { slotMinutes: 10, perHour: everyHour(18) },
      letter: 'A',
      names: { 'zh-CN': '套餐与资费', en: 'Plans and tariffs', es: 'Planes y tarifas' },
      zoneCode: 'service',
      handlingTargetSeconds: 240,
      papers: [idCard],
    },
    {
      code: 'sim',
      letter: 'B',
      names: { 'zh-CN': '开户与补卡', en: 'New number and SIM', es: 'Alta y tarjeta SIM' },
      zoneCode: 'service',
      handlingTargetSeconds: 240,
      papers: [idCard, oldSim],
    },
    {
      code: 'broadband',
      bookable: { slotMinutes: 30, perHour: everyHour(8) },
      letter: 'C',
      names: { 'zh-CN': '家庭宽带', en: 'Home broadband', es: 'Internet en casa' },
      zoneCode: 'home',
      handlingTargetSeconds: 420,
      papers: [idCard, address, router],
    },
    {
      code: 'bills',
      letter: 'D',
      names: { 'zh-CN': '缴费与账单', en: 'Bills and payment', es: 'Facturas y pagos' },
      zoneCode: 'service',
      machineCapable: true,
    },
    {
      code: 'devices',
      letter: 'E',
      names: { 'zh-CN': '手机与售后', en: 'Devices and repairs', es: 'Equipos y reparaciones' },
      zoneCode: 'devices',
      handlingTargetSeconds: 480,
      papers: [idCard, receipt],
    },
    {
      code: 'business',
      letter: 'F',
      names: { 'zh-CN': '集团业务', en: 'Business customers', es: 'Empresas' },
      zoneCode: 'business',
      handlingTargetSeconds: 480,
      goalSeconds: 300,
      papers: [licence, authorisation, form],
    },
  ],
  counters: [
    { number: 1, zoneCode: 'service', stepFree: true, serviceCodes: ['plans', 'sim', 'bills'] },
    { number: 2, zoneCode: 'service', serviceCodes: ['plans', 'sim', 'bills'] },
    { number: 3, zoneCode: 'service', serviceCodes: ['plans', 'sim', 'bills'] },
    { number: 4, zoneCode: 'service', serviceCodes: ['plans', 'sim', 'bills'] },
    { number: 5, zoneCode: 'service', serviceCodes: ['plans', 'sim', 'broadband'] },
    { number: 6, zoneCode: 'service', serviceCodes: ['plans', 'sim', 'broadband'] },
    { number: 7, zoneCode: 'home', stepFree: true, serviceCodes: ['broadband', 'plans'] },
    { number: 8, zoneCode: 'home', serviceCodes: ['broadband', 'devices', 'business'] },
    { number: 9, zoneCode: 'devices', serviceCodes: ['devices', 'plans'] },
    { number: 10, zoneCode: 'devices', serviceCodes: ['devices', 'bills'] },
    { number: 11, zoneCode: 'service', stepFree: true, serviceCodes: ['sim', 'bills', 'plans'] },
    { number: 12, zoneCode: 'business', serviceCodes: ['business', 'broadband'] },
  ],
};

/** The demo hall with its hours. It closes for no night, so the checks of morning and evening have times of their own. */
export function demoHall({ spans, checks }: DemoHours = ALL_DAY, timeZone = DEMO_HALL.timeZone): HallDefinition {
  const times = {
    preOpening: { times: checks, graceMinutes: CHECK_GRACE_MINUTES },
    cyclic: {},
    closing: { times: ['20:30'] },
  };
  return {
    ...DEMO_HALL,
    timeZone,
    weeklyHours: Array.from({ length: 7 }, () => spans),
    rounds: DEFAULT_ROUNDS.map((round) => ({ ...round, ...times[round.kind] })),
  };
}
