import type { Role } from '@/lib/staff/roles';

/** The password of every account of the demo hall; the sign-in page says so while the demo runs. */
export const DEMO_PASSWORD = 'demo';

export interface DemoPerson {
  username: string;
  name: string;
  role: Role;
}

/** Who works at which counter: `clerkN` at counter N. */
export function clerkAccount(counterNumber: number): string {
  return `clerk${counterNumber}`;
}

const CLERKS = [
  '李娜 Li Na',
  '王芳 Wang Fang',
  '张伟 Zhang Wei',
  '刘洋 Liu Yang',
  '陈静 Chen Jing',
  '杨帆 Yang Fan',
  '赵磊 Zhao Lei',
  '黄丽 Huang Li',
  '周杰 Zhou Jie',
  '吴敏 Wu Min',
  '徐倩 Xu Qian',
  '孙浩 Sun Hao',
];

/** The accounts of the demo. The names are invented. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  { username: 'admin', name: '何晓梅 He Xiaomei', role: 'admin' },
  { username: 'manager', name: '林志强 Lin Zhiqiang', role: 'manager' },
  { username: 'lead', name: '高建平 Gao Jianping', role: 'shiftLead' },
  { username: 'guide', name: '郭婷婷 Guo Tingting', role: 'guide' },
  { username: 'floor', name: '马俊 Ma Jun', role: 'floor' },
  { username: 'hotline', name: '罗雪 Luo Xue', role: 'hotline' },
  ...CLERKS.map((name, i): DemoPerson => ({ username: clerkAccount(i + 1), name, role: 'clerk' })),
];
