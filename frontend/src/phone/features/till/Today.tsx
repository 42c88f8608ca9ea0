/** What was confirmed in the store in a day, what it adds up to, and what failed. */

import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/Field';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { DayList } from './DayList';
import { FailedList } from './FailedList';
import { Outcomes } from './Outcomes';

export interface Search {
  day?: string | undefined;
  view?: 'failed' | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function Today({ search, onSearch }: Props) {
  const { t } = useTranslation('phone-till');
  return (
    <Screen title={t('today.title')}>
      <Outcomes onlyOpen />
      <Views
        label={t('today.views')}
        value={search.view ?? 'done'}
        onChange={(view) => onSearch({ ...search, view: view === 'failed' ? view : undefined })}
        options={[
          { value: 'done', label: t('today.done') },
          { value: 'failed', label: t('today.failed') },
        ]}
      />
      {search.view === 'failed' ? (
        <FailedList />
      ) : (
        <>
          <Field
            label={t('today.day')}
            type="date"
            value={search.day ?? ''}
            hint={search.day === undefined ? t('today.day_hint') : undefined}
            onChange={(day) => onSearch({ ...search, day: day || undefined })}
          />
          <DayList day={search.day} />
        </>
      )}
    </Screen>
  );
}
