/** An offer: what it gives and to whom, how much of it is taken, and how a resident sees it. */

import { useNavigate } from '@tanstack/react-router';
import { Button, Col, Row } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Offer } from '@/api';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { useMe } from '../shell/useMe';
import { ChangeOfferDialog } from './ChangeOfferDialog';
import { OfferFacts } from './OfferFacts';
import { Preview } from './Preview';
import { type VoucherSearch, Vouchers } from './Vouchers';

interface Props {
  id: string;
  search: VoucherSearch;
  onSearch: (search: VoucherSearch) => void;
}

export function OfferPage({ id, search, onSearch }: Props) {
  const { isDesk } = useMe();
  const query = $api.useQuery('get', '/api/v1/offers/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(offer) => (
        <Page title={offer.title} actions={<Actions offer={offer} />}>
          <Row gutter={[16, 16]}>
            <Col
              xs={24}
              xl={16}
              style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16, alignContent: 'start' }}
            >
              <OfferFacts offer={offer} />
              {isDesk && offer.state !== 'draft' && <Vouchers offer={offer} search={search} onSearch={onSearch} />}
            </Col>
            <Col xs={24} xl={8}>
              <Preview offer={offer} />
            </Col>
          </Row>
        </Page>
      )}
    </Answer>
  );
}

function Actions({ offer }: { offer: Offer }) {
  const { t } = useTranslation('staff-offers');
  const { isDesk } = useMe();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const open = $api.useMutation('post', '/api/v1/offers/{id}/open');
  const close = $api.useMutation('post', '/api/v1/offers/{id}/close');
  const remove = $api.useMutation('delete', '/api/v1/offers/{id}');
  const params = { path: { id: offer.id } };
  const deleteDraft = async () => {
    await remove.mutateAsync({ params });
    await navigate({ to: '/offers', replace: true });
  };
  return (
    <>
      {typeof offer.slot_early_minutes === 'number' && (
        <LinkButton to="/offers/$id/slots" params={{ id: offer.id }}>
          {t('slots')}
        </LinkButton>
      )}
      {isDesk && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
      {isDesk && offer.state === 'draft' && (
        <CommandButton danger run={deleteDraft} done={t('deleted')} ask={t('delete_ask')}>
          {t('delete')}
        </CommandButton>
      )}
      {isDesk && offer.state === 'open' && (
        <CommandButton danger run={() => close.mutateAsync({ params })} done={t('closed')} ask={t('close_ask')}>
          {t('close')}
        </CommandButton>
      )}
      {isDesk && offer.state !== 'open' && (
        <CommandButton type="primary" run={() => open.mutateAsync({ params })} done={t('opened')} ask={t('open_ask')}>
          {t('open')}
        </CommandButton>
      )}
      {changing && <ChangeOfferDialog offer={offer} onClose={() => setChanging(false)} />}
    </>
  );
}
