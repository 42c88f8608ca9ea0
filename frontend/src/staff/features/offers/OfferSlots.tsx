/** The slots 场次 of an offer. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Page } from '../../ui/Page';
import { SlotList, type SlotSearch } from '../../ui/SlotList';
import { useMe } from '../shell/useMe';

interface Props {
  offerId: string;
  search: SlotSearch;
  onSearch: (search: SlotSearch) => void;
}

export function OfferSlots({ offerId, search, onSearch }: Props) {
  const { t } = useTranslation('staff-slots');
  const { isDesk } = useMe();
  const [planning, setPlanning] = useState(false);
  const offer = $api.useQuery('get', '/api/v1/offers/{id}', { params: { path: { id: offerId } } });
  return (
    <Page
      title={t('title', { offer: offer.data?.title ?? '' })}
      actions={
        isDesk && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        )
      }
    >
      <SlotList
        of="offers"
        id={offerId}
        search={search}
        onSearch={onSearch}
        changeable={isDesk}
        planning={planning}
        onPlanned={() => setPlanning(false)}
      />
    </Page>
  );
}
