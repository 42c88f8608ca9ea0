/** Hours of the week, as people read them. */

import { useTranslation } from 'react-i18next';
import type { DayOfWeek, Opening } from '@/api';
import { daysOf } from '@/lib/week';

interface Props {
  hours: Opening[];
  /** What is said when there are none. */
  none: string;
}

export function HoursShown({ hours, none }: Props) {
  if (hours.length === 0) return none;
  return hours.map(({ weekdays, from, to }) => (
    <div key={`${weekdays.join()}${from}${to}`} className="number">
      <Days days={weekdays} /> {from}–{to}
    </div>
  ));
}

function Days({ days }: { days: DayOfWeek[] }) {
  const { t } = useTranslation('staff');
  return daysOf(days, {
    daily: t('hours.every_day'),
    day: (day) => t(`weekdays.${day}`),
    run: (from, to) => t('hours.range', { from, to }),
  });
}
