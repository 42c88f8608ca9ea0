/** What was confirmed in the stores on a day, and what failed. */

import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../ui/DayPicker';
import { Page } from '../../ui/Page';
import { Sections } from '../../ui/Sections';
import { StoreSelect } from '../../ui/StoreSelect';
import { Failed } from './Failed';
import { Made } from './Made';

interface Search {
  cursor?: string | undefined;
  tab?: 'made' | 'failed' | undefined;
  store_id?: string | undefined;
  day?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function ConfirmationsPage({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-confirmations');
  const { tab = 'made', cursor, store_id, day } = search;
  const onPage = (next: string | undefined) => onSearch({ ...search, cursor: next });
  const store = (
    <StoreSelect value={store_id} onChange={(id) => onSearch({ ...search, cursor: undefined, store_id: id })} />
  );
  const dayFilter = (
    <DayPicker
      label={t('day')}
      value={day}
      onChange={(next) => onSearch({ ...search, cursor: undefined, day: next })}
    />
  );
  return (
    <Page title={t('heading')}>
      <Sections
        label={t('heading')}
        value={tab}
        options={(['made', 'failed'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(next) => onSearch({ store_id, day, tab: next === 'made' ? undefined : next })}
      />
      {tab === 'made' ? (
        <Made
          storeId={store_id}
          day={day}
          cursor={cursor}
          onPage={onPage}
          filters={
            <>
              {store}
              {dayFilter}
            </>
          }
        />
      ) : (
        <Failed storeId={store_id} cursor={cursor} onPage={onPage} filters={store} />
      )}
    </Page>
  );
}
