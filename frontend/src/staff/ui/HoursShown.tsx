/** Hours of the week, as people read them. */

import { useTranslation } from 'react-i18next';
import type { DayOfWeek, Opening } from '@/api';
import { dayOfWeekValues } from '@/api/schema.gen';

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
  const [first] = days;
  const last = days.at(-1);
  if (days.length === 7) return t('hours.every_day');
  if (first && last && days.length > 2 && isRow(days)) {
    return t('hours.range', { from: t(`weekdays.${first}`), to: t(`weekdays.${last}`) });
  }
  return days.map((day) => t(`weekdays.${day}`)).join(' ');
}

/** Whether days follow each other. */
const isRow = (days: DayOfWeek[]) => {
  const places = days.map((day) => dayOfWeekValues.indexOf(day));
  return places.every((place, index) => place === (places[0] ?? 0) + index);
};
