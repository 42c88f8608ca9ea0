/** What was said about a claim, round by round. */

import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Review } from '@/api';
import { moment } from '@/lib/format';

const colours = { accept: '#12592f', return: '#704700', refuse: '#8a2a0b' } as const;

export function Rounds({ reviews }: { reviews: Review[] }) {
  const { t } = useTranslation('staff-claims');
  if (reviews.length === 0) return null;
  return (
    <section aria-label={t('history')} style={{ marginTop: 20 }}>
      <h2 style={{ fontSize: 14, marginBottom: 12 }}>{t('history')}</h2>
      <Timeline
        items={reviews.map((review) => ({
          key: review.reviewed_at,
          color: colours[review.verdict],
          content: (
            <>
              {t('said', { round: review.round, who: review.reviewer_name ?? t('beneficiary') })}
              <strong style={{ color: colours[review.verdict] }}>{t(`verdicts.${review.verdict}`)}</strong>
              {review.note !== '' && <div>{review.note}</div>}
              <div>
                <Typography.Text type="secondary">{moment(review.reviewed_at)}</Typography.Text>
              </div>
            </>
          ),
        }))}
      />
    </section>
  );
}
