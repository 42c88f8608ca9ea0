/** The pact of a building in a month: who kept it, and settling it. */

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { civilDay, moment, whole } from '@/lib/format';
import { byCursor, useWhole } from '@/lib/whole';
import { Facts } from '../../ui/Facts';
import { LinkButton } from '../../ui/LinkButton';
import { Loading } from '../../ui/Loading';
import { NotFound } from '../../ui/NotFound';
import { Page } from '../../ui/Page';
import { ResidentLink } from '../../ui/ResidentLink';
import { TroubleShown } from '../../ui/TroubleShown';
import { PactStatus } from './PactStatus';
import { PactTable } from './PactTable';
import { SettlePact } from './SettlePact';

interface Props {
  buildingId: string;
  month: string | undefined;
}

export function PactPage({ buildingId, month }: Props) {
  const { t } = useTranslation('staff-pacts');
  const query = { ...(month !== undefined && { month }), limit: 200 };
  const pacts = $api.useInfiniteQuery('get', '/api/v1/pacts', { params: { query } }, byCursor);
  const found = useWhole(pacts, (items) => items.some((one) => one.building_id === buildingId));
  const households = $api.useInfiniteQuery(
    'get',
    '/api/v1/buildings/{id}/pact',
    { params: { path: { id: buildingId }, query } },
    byCursor,
  );
  const lines = useWhole(households).data;
  const error = pacts.error ?? households.error;
  if (found.data === undefined || lines === undefined) {
    const retry = () => Promise.all([pacts.refetch(), households.refetch()]);
    return error ? <TroubleShown error={error} retry={retry} /> : <Loading />;
  }
  const pact = found.data.find((one) => one.building_id === buildingId);
  if (pact === undefined) return <NotFound />;
  return (
    <Page
      title={t('of', { building: `${pact.estate} ${pact.building_name}`, month: civilDay(pact.month) })}
      actions={
        <>
          <LinkButton to="/pacts" search={{ month: pact.month }}>
            {t('back')}
          </LinkButton>
          <SettlePact pact={pact} />
        </>
      }
    >
      <Facts
        facts={[
          [t('state'), <PactStatus key="state" pact={pact} />],
          [t('block_head'), pact.block_head_id ? <ResidentLink key="head" id={pact.block_head_id} /> : t('none')],
          [t('households'), whole(pact.households)],
          [t('kept'), whole(pact.kept)],
          [t('not_kept'), whole(pact.not_kept)],
          [t('unrecorded'), whole(pact.households - pact.kept - pact.not_kept)],
          [t('settled_at'), pact.settled_at && moment(pact.settled_at)],
          [t('rule'), pact.rule_code],
        ]}
      />
      {!pact.settled_at && <Alert type="info" showIcon title={t('how')} />}
      <PactTable key={`${pact.building_id} ${pact.month}`} pact={pact} lines={lines} />
    </Page>
  );
}
