const FAMILY = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '黄',
  '赵',
  '周',
  '吴',
  '徐',
  '孙',
  '朱',
  '马',
  '胡',
  '郭',
  '林',
  '何',
];
const GIVEN = [
  '秀英',
  '伟',
  '敏',
  '建国',
  '丽华',
  '强',
  '桂兰',
  '磊',
  '雪',
  '志明',
  '婷',
  '俊杰',
  '文静',
  '浩然',
  '晓燕',
];

/** An invented customer. The numbers are of a range that nobody has. */
export function customerOf(n: number): { name: string; phone: string } {
  const name = `${FAMILY[(n * 7) % FAMILY.length]}${GIVEN[(n * 11) % GIVEN.length]}`;
  return { name, phone: `+86 100 0000 ${String(n % 10_000).padStart(4, '0')}` };
}
