/** Settles a pact, and shows what each household earned, who got it and why. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Pact, type PactSettlement } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { SettlementShown } from '../../ui/SettlementShown';

export function SettlePact({ pact: { id, settled_at } }: { pact: Pact }) {
  const { t } = useTranslation('staff-pacts');
  const settle = $api.useMutation('post', '/api/v1/pacts/{id}/settle');
  const [outcome, setOutcome] = useState<PactSettlement>();
  const run = async () => setOutcome(await settle.mutateAsync({ params: { path: { id: id ?? '' } }, body: {} }));
  return (
    <>
      {!settled_at && (
        <CommandButton run={run} done={t('settled')} ask={t('settle_ask')} why={id ? undefined : t('settle_nothing')}>
          {t('settle')}
        </CommandButton>
      )}
      <SettlementShown
        settlement={outcome}
        of="households"
        title={t('settled')}
        onClose={() => setOutcome(undefined)}
        keyOf={({ household_id }) => household_id}
        columns={[
          { title: t('door'), dataIndex: 'door', width: 110 },
          {
            title: t('to'),
            width: 110,
            render: (_, { resident_id }) => resident_id && <ResidentLink id={resident_id} />,
          },
        ]}
      />
    </>
  );
}
