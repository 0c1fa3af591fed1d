import type { ServiceArticle } from '@/lib/knowledge/article';
import type { Enquiry, Retention } from './enquiry';
import { likelyService } from './likely-service';
import type { EnquiryView, ListedEnquiry } from './schema';

/** For staff of the hall: with the customer's contact, which goes nowhere else. */
export function presentEnquiry(enquiry: Enquiry, retention: Retention | null): EnquiryView {
  const { customerName: name, customerPhone: phone, offeredToRef } = enquiry;
  return {
    id: enquiry.id,
    topic: enquiry.topic,
    question: enquiry.question,
    articleId: enquiry.articleId,
    state: enquiry.state,
    outcome: enquiry.outcome,
    openedAt: enquiry.openedAt.toISOString(),
    owner: { ref: enquiry.ownerRef, name: enquiry.ownerName },
    offeredTo: offeredToRef ? { ref: offeredToRef, name: enquiry.offeredToName } : null,
    handovers: enquiry.handovers,
    note: enquiry.note,
    dueAt: enquiry.dueAt.toISOString(),
    overdueAt: enquiry.overdueAt?.toISOString() ?? null,
    closedAt: enquiry.closedAt?.toISOString() ?? null,
    ticketId: enquiry.ticketId,
    customer: name !== null || phone !== null ? { name, phone } : null,
    retention: retention
      ? { reason: retention.reason, words: retention.words, offer: retention.offer, result: retention.result }
      : null,
  };
}

/** A question in a list. */
export function presentListed(
  { enquiry, retention }: { enquiry: Enquiry; retention: Retention | null },
  articles: readonly ServiceArticle[],
): ListedEnquiry {
  return { ...presentEnquiry(enquiry, retention), likelyService: likelyService(enquiry, articles) };
}
