import type { z } from 'zod';
import type { LocalizedText } from '@/lib/core/localized';
import {
  inviteToTrial,
  recordTrial,
  repairStation,
  reportFault,
  resetStation,
  saveStation,
} from '@/lib/stations/commands';
import { listStations } from '@/lib/stations/queries';
import type { saveStationBody } from '@/lib/stations/schema';
import type { DemoAct, DemoStage } from './act';
import { pick } from './chance';
import { spoken } from './spoken';

const inThree = (zh: string, en: string, es: string): LocalizedText => ({ 'zh-CN': zh, en, es });

const STATIONS: readonly z.input<typeof saveStationBody>[] = [
  {
    code: 'flagship',
    names: inThree('5G 旗舰手机', '5G phones', 'Móviles 5G'),
    shows: inThree(
      '拍照、折叠屏、卫星通话',
      'Camera, folding screen, satellite calls',
      'Cámara, pantalla plegable, satélite',
    ),
    zoneCode: 'devices',
  },
  {
    code: 'smart-home',
    names: inThree('智慧家庭', 'Smart home', 'Hogar inteligente'),
    shows: inThree('门锁、摄像头、语音控制', 'Lock, camera, voice control', 'Cerradura, cámara, control por voz'),
    zoneCode: 'home',
  },
  {
    code: 'fibre',
    names: inThree('全屋光纤（FTTR）', 'Fibre to every room', 'Fibra en toda la casa'),
    shows: inThree('千兆测速，隔墙对比', 'Gigabit test, through a wall', 'Prueba de gigabit, a través de una pared'),
    zoneCode: 'home',
  },
  {
    code: 'glasses',
    names: inThree('VR 眼镜', 'VR glasses', 'Gafas de VR'),
    shows: inThree('云游戏、5G 直播', 'Cloud games, live in 5G', 'Juegos en la nube, directo en 5G'),
    zoneCode: 'devices',
  },
  {
    code: 'watch',
    names: inThree('手表与儿童定位', 'Watches and child locator', 'Relojes y localizador infantil'),
    shows: inThree(
      '一号双终端、通话、定位',
      'One number on two devices, calls, location',
      'Un número en dos equipos, llamadas',
    ),
    zoneCode: 'devices',
  },
];

const INTEREST: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 2],
  [3, 4],
  [4, 5],
  [5, 3],
];
const WISHES = [
  { 'zh-CN': '想要分期付款', en: 'Wants to pay in instalments', es: 'Quiere pagar a plazos' },
  { 'zh-CN': '希望颜色多一些', en: 'Would like more colours', es: 'Le gustarían más colores' },
  { 'zh-CN': '家里老人也能用吗', en: 'Can grandmother use it too?', es: '¿Podrá usarlo la abuela?' },
];
const FAULTS = [
  { 'zh-CN': '屏幕不亮', en: 'The screen stays dark', es: 'La pantalla no se enciende' },
  { 'zh-CN': '连不上网', en: 'No connection', es: 'Sin conexión' },
  { 'zh-CN': '充不上电', en: 'Does not charge', es: 'No carga' },
] as const;

/** Who waits long and stands near an idle station is asked; the zone's colleague notes down who comes. */
async function invite(stage: DemoStage, stationId: string, id: string): Promise<void> {
  const waiting = await stage.read((state) =>
    [...state.tickets.values()]
      .filter(({ status, waitingSince }) => status === 'waiting' && waitingSince !== null)
      .sort((a, b) => (b.waitingSince?.getTime() ?? 0) - (a.waitingSince?.getTime() ?? 0))
      .map((ticket) => ticket.id),
  );
  const ticketId = waiting[0];
  if (!ticketId) return;
  await stage.as('floor', inviteToTrial, { stationId, ticketId, accepted: stage.chance(id, 'comes') < 0.6 });
}

/** Five stations; eight trials an hour, a fault now and then. */
export const experienceAct: DemoAct = {
  touchpoint: 'experience',
  async seed(stage) {
    for (const [sort, station] of STATIONS.entries())
      await stage.asHouse(saveStation, { hall: stage.hallId, ...station, sort });
  },
  async play(stage) {
    const stations = await listStations(stage.db, stage.hallId);
    for (const station of stations) {
      const { id: stationId, state, stateSince } = station;
      const within = (seconds: number) =>
        stage.passed(
          stateSince,
          seconds * (0.4 + 0.8 * stage.chance(`${stationId} ${stateSince.getTime()}`, 'how long')),
        );
      if (state === 'resetting' && within(540)) await stage.as('floor', resetStation, { stationId });
      if (state === 'faulty' && within(2400)) await stage.as('lead', repairStation, { stationId });
    }
    if (!(await stage.read((state) => state.sessions.size > 0))) return;
    const working = stations.filter(({ state }) => state === 'working');
    for (const { id, chance } of stage.occasions('trial', 8)) {
      const wish = WISHES[Math.floor(chance('wish') * WISHES.length)];
      const station = working[Math.floor(chance('where') * working.length)];
      if (!station) continue;
      if (chance('invited') < 0.4) await invite(stage, station.id, id);
      const interest = pick(INTEREST, chance('interest'));
      await stage.as('floor', recordTrial, {
        stationId: station.id,
        interest,
        ordered: interest >= 4 && chance('orders') < 0.4,
        ...(wish && chance('wishes') < 0.3 ? { wishes: spoken(wish, chance('language')) } : {}),
      });
    }
    for (const { chance } of stage.occasions('station fault', 0.25)) {
      const station = working[Math.floor(chance('where') * working.length)];
      const words = spoken(FAULTS[Math.floor(chance('what') * FAULTS.length)] ?? FAULTS[0], chance('language'));
      if (station) await stage.as('floor', reportFault, { stationId: station.id, words });
    }
  },
};
