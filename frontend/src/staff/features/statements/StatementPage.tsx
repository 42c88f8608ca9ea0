/** The statement of a store for a month: what it comes to, line by line, and what was said to it. */

import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, api, type StoreStatement } from '@/api';
import { whole, yuan } from '@/lib/format';
import { save } from '@/lib/save';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { Dispute } from './Dispute';
import { Lines } from './Lines';
import { StatementStatus } from './StatementStatus';

interface Props {
  storeId: string;
  month: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function StatementPage({ storeId, month, cursor, onPage }: Props) {
  const { t } = useTranslation('staff-statements');
  const query = $api.useQuery(
    'get',
    '/api/v1/stores/{id}/statement',
    { params: { path: { id: storeId }, query: { month, cursor } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Answer query={query}>
      {(statement) => (
        <Page
          title={t('of', { store: statement.store_name, month: month.replace('-', '/') })}
          actions={<Actions statement={statement} />}
        >
          <Facts
            facts={[
              [t('partner'), statement.partner_name],
              [t('state'), <StatementStatus key="state" state={statement.state} />],
              [t('confirmations'), whole(statement.totals.confirmations)],
              [t('bill'), yuan(statement.totals.bill_fen)],
              [t('discount'), yuan(statement.totals.discount_fen)],
              [t('points'), whole(statement.totals.points)],
              [t('corrections'), statement.totals.corrections > 0 && whole(statement.totals.corrections)],
            ]}
          />
          {statement.statement_id && <Dispute id={statement.statement_id} />}
          <Lines query={query} statementId={statement.statement_id ?? undefined} cursor={cursor} onPage={onPage} />
        </Page>
      )}
    </Answer>
  );
}

function Actions({ statement }: { statement: StoreStatement }) {
  const { t } = useTranslation('staff-statements');
  const { store_id, store_name, month } = statement;
  const close = $api.useMutation('post', '/api/v1/stores/{id}/statements');
  const params = { path: { id: store_id } };
  const download = async () => {
    const query = { month };
    const answer = await api.GET('/api/v1/stores/{id}/statement.xlsx', {
      params: { ...params, query },
      parseAs: 'blob',
    });
    save(answer, `${store_name} ${month}.xlsx`);
  };
  return (
    <>
      <CommandButton run={download} done={t('downloaded')}>
        {t('download')}
      </CommandButton>
      {statement.state === 'open' && (
        <CommandButton
          type="primary"
          run={() => close.mutateAsync({ params, body: { month } })}
          done={t('closed')}
          ask={t('close_ask')}
        >
          {t('close')}
        </CommandButton>
      )}
    </>
  );
}
