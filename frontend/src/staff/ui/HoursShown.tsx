/** Hours of the week, as people read them. */

import { useTranslation } from 'react-i18next';
import type { Opening } from '@/api';

interface Props {
  hours: Opening[];
  /** What is said when there are none. */
  none: string;
}

export function HoursShown({ hours, none }: Props) {
  const { t } = useTranslation('staff');
  if (hours.length === 0) return none;
  return hours.map(({ weekdays, from, to }) => {
    const days = weekdays.length === 7 ? t('hours.every_day') : weekdays.map((day) => t(`weekdays.${day}`)).join(' ');
    return (
      <div key={`${weekdays.join()}${from}${to}`} className="number">
        {days} {from}–{to}
      </div>
    );
  });
}
