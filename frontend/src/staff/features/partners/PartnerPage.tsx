/** A partner: what it promises, its stores with their cashiers, its managers. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Partner } from '@/api';
import { civilDay } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Assignees } from '../../ui/Assignees';
import { Facts } from '../../ui/Facts';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { useMe } from '../shell/useMe';
import { PartnerForm } from './PartnerForm';
import { PartnerStatus } from './PartnerStatus';
import { Stores } from './Stores';

export function PartnerPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-partners');
  const { isDesk } = useMe();
  const query = $api.useQuery('get', '/api/v1/partners/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(partner) => (
        <Page title={partner.name} actions={<Actions partner={partner} />}>
          <Facts
            facts={[
              [t('category'), partner.category],
              [t('state'), <PartnerStatus key="state" state={partner.state} />],
              [t('admitted_on'), civilDay(partner.admitted_on)],
              [t('contact'), partner.contact_name],
              [t('contact_phone'), partner.contact_phone],
              [t('promise'), partner.promise],
            ]}
          />
          <Stores partnerId={id} />
          {isDesk && <Managers partnerId={id} />}
        </Page>
      )}
    </Answer>
  );
}

function Actions({ partner }: { partner: Partner }) {
  const { t } = useTranslation('staff-partners');
  const { isDesk } = useMe();
  const [open, setOpen] = useState(false);
  const change = $api.useMutation('patch', '/api/v1/partners/{id}');
  return (
    <>
      <LinkButton to="/offers" search={{ partner_id: partner.id }}>
        {t('offers')}
      </LinkButton>
      {isDesk && (
        <>
          <LinkButton to="/statements" search={{ partner_id: partner.id }}>
            {t('statements')}
          </LinkButton>
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('change')}
          </Button>
          <PartnerForm
            title={t('change')}
            open={open}
            onClose={() => setOpen(false)}
            partner={partner}
            submit={(body) => change.mutateAsync({ params: { path: { id: partner.id } }, body })}
            done={t('changed')}
          />
        </>
      )}
    </>
  );
}

function Managers({ partnerId: id }: { partnerId: string }) {
  const { t } = useTranslation('staff-partners');
  const query = $api.useQuery('get', '/api/v1/partners/{id}/managers', {
    params: { path: { id }, query: { limit: 200 } },
  });
  const add = $api.useMutation('post', '/api/v1/partners/{id}/managers');
  const remove = $api.useMutation('delete', '/api/v1/partners/{id}/managers/{user_id}');
  return (
    <Assignees
      title={t('managers')}
      query={query}
      add={(phone) => add.mutateAsync({ params: { path: { id } }, body: { phone } })}
      remove={(user_id) => remove.mutateAsync({ params: { path: { id, user_id } } })}
    />
  );
}
