import { expect, it } from 'vitest';
import { announcementForm } from '@/lib/announcements/announcement-form';

it('is full as long as the last of them is called within half a minute', () => {
  expect(announcementForm(1, 14)).toBe('full');
  expect(announcementForm(3, 14)).toBe('full');
  expect(announcementForm(4, 14)).toBe('brief');
  expect(announcementForm(4, 6)).toBe('full');
});

it('is full for a single call, however long it takes', () => {
  expect(announcementForm(1, 100)).toBe('full');
});
