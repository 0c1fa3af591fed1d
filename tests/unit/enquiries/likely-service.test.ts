import { describe, expect, it } from 'vitest';
import { likelyService } from '@/lib/enquiries/likely-service';
import type { ServiceArticle } from '@/lib/knowledge/article';

const ARTICLES: ServiceArticle[] = [
  { id: 'card', topic: 'sim', serviceCode: 'cards' },
  { id: 'keep', topic: 'sim', serviceCode: 'cards' },
  { id: 'firm', topic: 'sim', serviceCode: 'business' },
  { id: 'bill', topic: 'bill', serviceCode: 'bills' },
  { id: 'firmBill', topic: 'bill', serviceCode: 'business' },
];

describe('the service of a question’s number', () => {
  it('is the one that its article names', () => {
    expect(likelyService({ articleId: 'firm', topic: 'sim' }, ARTICLES)).toBe('business');
  });

  it('is the one that most articles on its topic name', () => {
    expect(likelyService({ articleId: null, topic: 'sim' }, ARTICLES)).toBe('cards');
    expect(likelyService({ articleId: 'gone', topic: 'sim' }, ARTICLES)).toBe('cards');
  });

  it('is not guessed where they do not agree, or where there is none', () => {
    expect(likelyService({ articleId: null, topic: 'bill' }, ARTICLES)).toBe(null);
    expect(likelyService({ articleId: null, topic: 'other' }, ARTICLES)).toBe(null);
  });
});
