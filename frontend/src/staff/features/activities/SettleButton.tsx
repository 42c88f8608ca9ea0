/** Settles a roster, and shows what each earned and why. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Activity, type Settlement } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { SettlementShown } from '../../ui/SettlementShown';

export function SettleButton({ activity: { id, state } }: { activity: Activity }) {
  const { t } = useTranslation('staff-activities');
  const settle = $api.useMutation('post', '/api/v1/activities/{id}/settle');
  const [outcome, setOutcome] = useState<Settlement>();
  return (
    <>
      {state === 'closed' && (
        <CommandButton
          type="primary"
          run={async () => setOutcome(await settle.mutateAsync({ params: { path: { id } } }))}
          done={t('settled')}
          ask={t('settle_ask')}
        >
          {t('settle')}
        </CommandButton>
      )}
      <SettlementShown
        settlement={outcome}
        of="people"
        title={t('settled')}
        onClose={() => setOutcome(undefined)}
        keyOf={({ attendance_id }) => attendance_id}
        columns={[
          { title: t('resident'), width: 100, render: (_, { resident_id }) => <ResidentLink id={resident_id} /> },
        ]}
      />
    </>
  );
}
