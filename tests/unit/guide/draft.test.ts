import { expect, it } from 'vitest';
import { bodyOf, EMPTY_DRAFT, secondDraft, toggled } from '@/components/guide/draft';
import { issueTicketBody } from '@/lib/tickets/schema';

it('sends only what was tapped', () => {
  expect(bodyOf({ ...EMPTY_DRAFT, serviceCode: 'cards', name: '  ', phone: '' })).toEqual({ serviceCode: 'cards' });
});

it('sends everything in the form that the API takes', () => {
  const body = bodyOf({
    serviceCode: 'cards',
    customerClass: 'key',
    needs: ['elderly'],
    prepared: ['id-card'],
    name: ' 王 ',
    phone: '139 0000 0000',
    locale: 'es',
    visit: { id: 'visit-1', number: 'A001' },
  });
  expect(issueTicketBody.parse(body)).toEqual({
    serviceCode: 'cards',
    customerClass: 'key',
    needs: ['elderly'],
    prepared: ['id-card'],
    customer: { name: '王', phone: '139 0000 0000' },
    locale: 'es',
    visitId: 'visit-1',
  });
});

it('knows class and needs of a customer who wants one more service', () => {
  const draft = secondDraft({ visitId: 'visit-1', number: 'A001', customerClass: 'key', needs: ['ill'] });
  expect(draft).toMatchObject({ serviceCode: null, customerClass: 'key', needs: ['ill'], prepared: [] });
  expect(bodyOf({ ...draft, serviceCode: 'cards' })).toMatchObject({ visitId: 'visit-1' });
});

it('adds a code once and takes it out', () => {
  expect(toggled(['a'], 'b', true)).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'b', true)).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a', false)).toEqual(['b']);
});
