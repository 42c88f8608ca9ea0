/** A deed that the desk reports in a resident's place. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Page } from '../../ui/Page';
import { useTold } from '../../ui/useTold';
import { DeedForm } from './DeedForm';

export function NewClaim({ residentId }: { residentId: string | undefined }) {
  const { t } = useTranslation('staff-claims');
  const navigate = useNavigate();
  const told = useTold();
  const create = $api.useMutation('post', '/api/v1/claims');
  return (
    <Page title={t('create')}>
      <DeedForm
        withResident
        initial={{ ...(residentId !== undefined && { resident_id: residentId }) }}
        okText={t('action.submit')}
        submit={async (deed, resident_id) => {
          const { id } = await create.mutateAsync({ body: { deed, resident_id } });
          told.done(t('done.submitted'));
          await navigate({ to: '/claims/$id', params: { id } });
        }}
      />
    </Page>
  );
}
