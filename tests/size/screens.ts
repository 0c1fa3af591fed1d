/** What each screen may cost in the browser: compressed script above the bare framework, in KB (1,000 bytes). */
export type ScreenBudget = {
  name: string;
  /** `{token}` stands for that of a new ticket of the demo hall. */
  path: string;
  /** Demo account that opens it; none for public screens. */
  account?: string;
  limitKB: number;
  /** More that may come after the page has loaded and can be used. What comes before still keeps to `limitKB`. */
  laterKB?: number;
};

export const screens: ScreenBudget[] = [
  { name: 'doorway', path: '/', limitKB: 60 },
  { name: 'sign-in', path: '/sign-in', limitKB: 60 },
  // What it does without a connection comes last: store, panel, reconciliation.
  { name: 'guide desk', path: '/desk/demo/guide', account: 'guide', limitKB: 60, laterKB: 15 },
  { name: 'bookings', path: '/desk/demo/bookings', account: 'guide', limitKB: 60 },
  { name: 'counter', path: '/desk/demo/counter', account: 'clerk1', limitKB: 60 },
  { name: 'counter desk', path: '/desk/demo/counter/1', account: 'clerk1', limitKB: 60 },
  { name: 'floor', path: '/desk/demo/floor', account: 'floor', limitKB: 60 },
  { name: 'rounds', path: '/desk/demo/rounds', account: 'manager', limitKB: 60 },
  { name: 'rounds and 6S', path: '/manage/demo/rounds', account: 'manager', limitKB: 60 },
  { name: 'lobby display', path: '/screens/demo/display', limitKB: 60 },
  // The charts come last: library and drawing, 112 KB.
  { name: 'live board', path: '/manage/demo/live', account: 'manager', limitKB: 60, laterKB: 120 },
  { name: 'journey board', path: '/manage/demo/journey', account: 'manager', limitKB: 60 },
  { name: 'scorecard', path: '/manage/demo/scorecard', account: 'manager', limitKB: 60 },
  { name: 'material', path: '/manage/demo/material', account: 'manager', limitKB: 60 },
  { name: 'campaigns', path: '/manage/demo/campaigns', account: 'manager', limitKB: 60 },
  { name: 'weak points', path: '/manage/demo/weak-points', account: 'manager', limitKB: 60 },
  { name: 'records', path: '/manage/demo/records', account: 'manager', limitKB: 60 },
  { name: 'settings', path: '/manage/demo/settings', account: 'manager', limitKB: 60 },
  { name: 'reports', path: '/manage/demo/reports', account: 'manager', limitKB: 60, laterKB: 120 },
  { name: 'knowledge', path: '/manage/demo/knowledge', account: 'manager', limitKB: 60 },
  { name: 'suppliers', path: '/manage/demo/suppliers', account: 'manager', limitKB: 60 },
  { name: 'unaccepted', path: '/manage/demo/unaccepted', account: 'manager', limitKB: 60 },
  { name: 'enquiries', path: '/desk/demo/enquiries', account: 'floor', limitKB: 60 },
  { name: 'experience', path: '/desk/demo/experience', account: 'floor', limitKB: 60 },
  { name: 'machines', path: '/desk/demo/machines', account: 'floor', limitKB: 60 },
  { name: 'sales', path: '/desk/demo/sales', account: 'clerk1', limitKB: 60 },
  { name: 'belongings', path: '/desk/demo/belongings', account: 'guide', limitKB: 60 },
  { name: 'complaints', path: '/desk/demo/complaints', account: 'manager', limitKB: 60 },
  { name: 'hotline', path: '/desk/hotline', account: 'hotline', limitKB: 60 },
  // Customers' phones on bad networks.
  { name: 'hall directory', path: '/halls', limitKB: 40 },
  { name: 'hall page', path: '/halls/demo', limitKB: 40 },
  { name: 'booking', path: '/halls/demo/book?service=plans', limitKB: 40 },
  { name: 'my ticket', path: '/t/{token}', limitKB: 40 },
  { name: 'rating tablet', path: '/screens/demo/rating', limitKB: 60 },
  { name: 'door sign', path: '/screens/demo/door', limitKB: 60 },
  { name: 'kiosk', path: '/screens/demo/kiosk', limitKB: 60 },
  { name: 'screens', path: '/manage/demo/screens', account: 'manager', limitKB: 60 },
];
