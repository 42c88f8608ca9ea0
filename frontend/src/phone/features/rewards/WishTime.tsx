/** From when, or until when, people wish. */

import { useTranslation } from 'react-i18next';
import type { WishPoll } from '@/api';
import { moment, spokenUntil } from '@/lib/format';

export function WishTime({ poll }: { poll: Pick<WishPoll, 'state' | 'opens_at' | 'closes_at' | 'closed_at'> }) {
  const { t } = useTranslation('phone-rewards');
  return poll.state === 'upcoming'
    ? t('wishes.from', { time: moment(poll.opens_at) })
    : t('wishes.until', { time: spokenUntil(poll.closed_at ?? poll.closes_at) });
}
