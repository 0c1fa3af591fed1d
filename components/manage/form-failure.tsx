import { CircleAlert } from 'lucide-react';
import { Banner } from '@/components/ui/banner';

/** Why a form was refused, above its fields. */
export function FormFailure({ text }: { text: string | undefined }) {
  return text ? (
    <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />} className="mb-3">
      {text}
    </Banner>
  ) : null;
}
