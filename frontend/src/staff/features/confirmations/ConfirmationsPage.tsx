/** What was confirmed in the stores on a day, and what failed. */

import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { spanned } from '@/lib/format';
import { DayPicker } from '../../ui/DayPicker';
import { Page } from '../../ui/Page';
import { Sections } from '../../ui/Sections';
import { StoreSelect } from '../../ui/StoreSelect';
import { Failed } from './Failed';
import { Made } from './Made';

export interface Search {
  cursor?: string | undefined;
  tab?: 'made' | 'failed' | undefined;
  store_id?: string | undefined;
  day?: string | undefined;
  /** Instead of a day: from one to another. */
  from?: string | undefined;
  until?: string | undefined;
  /** Only those that stand. */
  standing?: boolean | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function ConfirmationsPage({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-confirmations');
  const { tab = 'made', cursor, store_id, day, from, until, standing } = search;
  const onPage = (next: string | undefined) => onSearch({ ...search, cursor: next });
  const store = (
    <StoreSelect value={store_id} onChange={(id) => onSearch({ ...search, cursor: undefined, store_id: id })} />
  );
  const dayFilter = (
    <DayPicker label={t('day')} value={day} onChange={(next) => onSearch({ tab: search.tab, store_id, day: next })} />
  );
  const several = (from ?? until) !== undefined && (
    <Tag closable onClose={() => onSearch({ ...search, cursor: undefined, from: undefined, until: undefined })}>
      {spanned(from, until)}
    </Tag>
  );
  const onlyStanding = standing && (
    <Tag closable onClose={() => onSearch({ ...search, cursor: undefined, standing: undefined })}>
      {t('only_standing')}
    </Tag>
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
          asked={{ store_id, day, from, until, standing }}
          cursor={cursor}
          onPage={onPage}
          filters={
            <>
              {store}
              {dayFilter}
              {several}
              {onlyStanding}
            </>
          }
        />
      ) : (
        <Failed storeId={store_id} cursor={cursor} onPage={onPage} filters={store} />
      )}
    </Page>
  );
}
