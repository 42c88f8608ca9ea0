/** A claim that was returned: what was wrong with it is mended, and it is submitted again. */

import { useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { TIMEZONE } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Page } from '../../ui/Page';
import { useTold } from '../../ui/useTold';
import { DeedForm, type Values } from './DeedForm';

export function MendClaim({ id }: { id: string }) {
  const { t } = useTranslation('staff-claims');
  const navigate = useNavigate();
  const told = useTold();
  const params = { path: { id } };
  const query = $api.useQuery('get', '/api/v1/claims/{id}', { params });
  const resubmit = $api.useMutation('post', '/api/v1/claims/{id}/resubmit');
  return (
    <Answer query={query}>
      {(claim) => (
        <Page title={t('mend_of', { name: claim.resident_name, rule: claim.rule_title })}>
          <Alert
            type="warning"
            showIcon
            title={claim.reviews.at(-1)?.note ?? t('states.returned')}
            className="narrow"
          />
          <DeedForm
            withResident={false}
            initial={valuesOf(claim)}
            okText={t('action.resubmit')}
            submit={async (deed) => {
              await resubmit.mutateAsync({ params, body: deed });
              told.done(t('done.submitted'));
              await navigate({ to: '/claims/$id', params: { id } });
            }}
          />
        </Page>
      )}
    </Answer>
  );
}

const valuesOf = (claim: Claim): Partial<Values> => ({
  rule_code: claim.rule_code,
  began_at: dayjs(claim.began_at).tz(TIMEZONE),
  minutes: claim.minutes,
  level: claim.level ?? null,
  category: claim.category ?? null,
  hardship: claim.hardship,
  description: claim.description,
  place: claim.place,
  beneficiary_name: claim.beneficiary_name ?? null,
  photos: claim.photos,
});
