/** Hours of the week as people say them, `周一至周五 08:30–17:30`. */

import { useTranslation } from 'react-i18next';
import type { Opening } from '@/api';
import { daysOf } from '@/lib/week';

export function useWeek() {
  const { t } = useTranslation('phone');
  const words = {
    daily: t('terms.daily'),
    day: (day: Opening['weekdays'][number]) => t(`days.${day}`),
    run: (from: string, to: string) => t('terms.run', { from, to }),
  };
  const span = ({ weekdays, from, to }: Opening): string => `${daysOf(weekdays, words)} ${from}–${to}`;
  const hours = (spans: Opening[]): string => spans.map(span).join('\n') || t('terms.any_time');
  return { span, hours };
}
