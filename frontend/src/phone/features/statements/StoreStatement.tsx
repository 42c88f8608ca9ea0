/** The statement of the store for a month: where it stands, what it adds up to, and its lines day by day. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useStore } from '../shell/stores';
import { DownloadButton } from './DownloadButton';
import { Lines } from './Lines';
import { MonthSteps } from './MonthSteps';
import { thisMonth } from './months';
import { Standing } from './Standing';
import { Totals } from './Totals';
import { Waiting } from './Waiting';

interface Props {
  month: string | undefined;
  onMonth: (month: string) => void;
}

export function StoreStatement({ month: asked, onMonth }: Props) {
  const { t } = useTranslation('phone-statements');
  const { store } = useStore();
  const month = asked ?? thisMonth();
  const query = $api.useQuery('get', '/api/v1/stores/{id}/statement', {
    params: { path: { id: store.id }, query: { month, limit: 1 } },
  });
  return (
    <Screen title={t('title')}>
      <Waiting storeId={store.id} month={month} onMonth={onMonth} />
      <MonthSteps month={month} onMonth={onMonth} />
      <Answer query={query}>
        {(statement) => (
          <>
            <Standing statement={statement} />
            <Totals totals={statement.totals} />
            <DownloadButton storeId={store.id} storeName={store.name} month={month} />
          </>
        )}
      </Answer>
      <Lines storeId={store.id} month={month} statementId={query.data?.statement_id ?? undefined} />
    </Screen>
  );
}
