/** What was said about a claim, in the order of time. */

import { useTranslation } from 'react-i18next';
import type { Claim } from '@/api';
import { moment } from '@/lib/format';

export function Reviews({ claim }: { claim: Claim }) {
  const { t } = useTranslation('phone-claims');
  if (claim.reviews.length === 0 && !claim.appeal) return null;
  return (
    <section className="stack">
      <h2>{t('reviews.title')}</h2>
      <ul className="rows">
        {claim.reviews.map((review) => (
          <li key={`${review.reviewed_at}${review.verdict}`}>
            <div>
              <span>
                {review.note === ''
                  ? t(`reviews.${review.verdict}`)
                  : t('reviews.with_note', { verdict: t(`reviews.${review.verdict}`), note: review.note })}
                <br />
                <span className="soft">{moment(review.reviewed_at)}</span>
              </span>
            </div>
          </li>
        ))}
        {claim.appeal && (
          <li>
            <div>{t('reviews.appeal', { words: claim.appeal })}</div>
          </li>
        )}
      </ul>
    </section>
  );
}
