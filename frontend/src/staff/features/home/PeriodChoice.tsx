/** Chooses the period of the figures; its own days by two calendars, which come when they are needed. */

import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { periods, today } from '@/lib/days';
import { Sections } from '../../ui/Sections';
import { daysOfSearch, type Search } from './period';

const DayPicker = lazy(() => import('../../ui/DayPicker').then(({ DayPicker: part }) => ({ default: part })));

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function PeriodChoice({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-home');
  const { period = 'this_month' } = search;
  const days = daysOfSearch(search, today());
  const choose = (next: Required<Search>['period']) =>
    onSearch(next === 'days' ? { period: next, ...days } : { period: next });
  return (
    <div className="filters">
      <Sections
        label={t('period.label')}
        value={period}
        options={[...periods, 'days' as const].map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={choose}
      />
      {period === 'days' && (
        <Suspense>
          <DayPicker
            label={t('period.from')}
            value={days.from}
            onChange={(from) => onSearch({ ...search, ...days, from })}
          />
          <DayPicker
            label={t('period.until')}
            value={days.until}
            onChange={(until) => onSearch({ ...search, ...days, until })}
          />
        </Suspense>
      )}
    </div>
  );
}
