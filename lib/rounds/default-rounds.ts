import type { Six } from './round';
import type { RoundTemplateBody } from './round-template';

const item = (six: Six, zh: string, en: string, es: string) => ({ six, names: { 'zh-CN': zh, en, es } });

/** What a new hall walks until it says otherwise: before opening, every two hours, after closing. */
export const DEFAULT_ROUNDS: RoundTemplateBody[] = [
  {
    kind: 'preOpening',
    names: { 'zh-CN': '营业前检查', en: 'Check before opening', es: 'Revisión antes de abrir' },
    graceMinutes: 45,
    items: [
      item('clean', '门头、门牌与玻璃门干净', 'Sign, door and glass are clean', 'Rótulo, puerta y cristales limpios'),
      item('order', '营业时间牌与公告正确', 'Opening hours and notices are right', 'Horario y avisos correctos'),
      item(
        'sweep',
        '地面、座椅与台面清扫完毕',
        'Floor, seats and counters are swept',
        'Suelo, asientos y mostradores limpios',
      ),
      item(
        'sort',
        '柜台无私人物品与过期单据',
        'No private things or old papers on counters',
        'Mostradores sin objetos personales',
      ),
      item(
        'order',
        '叫号屏、取号机、自助终端已开机',
        'Displays and machines are switched on',
        'Pantallas y máquinas encendidas',
      ),
      item(
        'habit',
        '着装、工牌与仪容符合要求',
        'Uniform, name badge and appearance',
        'Uniforme, identificación y aspecto',
      ),
      item(
        'safety',
        '消防通道畅通，灭火器在位',
        'Fire exits free, extinguishers in place',
        'Salidas libres y extintores en su sitio',
      ),
      item(
        'safety',
        '雨伞、老花镜、轮椅等便民用品齐备',
        'Umbrellas, glasses and wheelchair ready',
        'Paraguas, gafas y silla de ruedas listos',
      ),
    ],
  },
  {
    kind: 'cyclic',
    names: { 'zh-CN': '营业中巡检', en: 'Round of the hall', es: 'Ronda por la oficina' },
    everyMinutes: 120,
    graceMinutes: 30,
    items: [
      item('sweep', '地面与等候区清洁', 'Floor and waiting area are clean', 'Suelo y zona de espera limpios'),
      item('order', '宣传单、表单补齐摆正', 'Leaflets and forms are filled up', 'Folletos e impresos repuestos'),
      item('sort', '台席桌面整洁', 'Counters are tidy', 'Mostradores ordenados'),
      item('clean', '自助终端与体验设备可用', 'Machines and demo devices work', 'Máquinas y equipos funcionan'),
      item(
        'habit',
        '站姿、微笑与唱收唱付',
        'Standing, smiling, payments read aloud',
        'Postura, sonrisa y cobro en voz alta',
      ),
      item('safety', '通道畅通，地面无水渍', 'Ways are free, no water on the floor', 'Pasos libres y suelo seco'),
    ],
  },
  {
    kind: 'closing',
    names: { 'zh-CN': '营业后检查', en: 'Check after closing', es: 'Revisión tras el cierre' },
    graceMinutes: 60,
    items: [
      item(
        'sort',
        '票据、现金与印章入柜上锁',
        'Cash, receipts and seals are locked away',
        'Caja, recibos y sellos bajo llave',
      ),
      item('sort', '客户遗留物已登记', 'Things left behind are registered', 'Objetos olvidados registrados'),
      item('clean', '垃圾清运，台面归位', 'Rubbish out, counters cleared', 'Basura fuera y mostradores despejados'),
      item('safety', '设备、空调与照明已关闭', 'Devices, air and lights are off', 'Equipos, clima y luces apagados'),
      item('safety', '门窗上锁，报警器布防', 'Doors locked, alarm armed', 'Puertas cerradas y alarma activada'),
    ],
  },
];
