/** The offers that are open, found by what they are called and whose they are; one is chosen, and what bars one stands beside it. */

import { Empty, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Offer } from '@/api';
import { whole } from '@/lib/format';
import { byCursor, useWhole } from '@/lib/whole';
import { Answer } from './Answer';

interface Props {
  value: Offer | undefined;
  onChange: (offer: Offer) => void;
  /** How many points there are for it; unknown while the household pays too. */
  spendable: number | undefined;
}

export function OfferChoice({ value, onChange, spendable }: Props) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/offers',
    { params: { query: { state: 'open', limit: 200 } } },
    byCursor,
  );
  const bar = ({ quota_left, price_points }: Offer) => {
    if (quota_left === 0) return t('voucher.take.bar.used_up');
    const lacking = price_points - (spendable ?? price_points);
    return lacking > 0 ? t('voucher.take.bar.points', { lacking: whole(lacking) }) : undefined;
  };
  const words = typed.trim().toLowerCase();
  const isFound = ({ title, partner_name }: Offer) => `${title} ${partner_name}`.toLowerCase().includes(words);
  const show = (offers: Offer[]) => {
    // What is chosen stays on screen.
    const found = offers.filter((offer) => offer.id === value?.id || isFound(offer));
    const nothing = offers.length === 0 ? t('voucher.take.no_offers') : t('voucher.take.none_found');
    return (
      <Space orientation="vertical" style={{ width: '100%' }}>
        <Input
          allowClear
          autoFocus
          aria-label={t('voucher.take.find')}
          placeholder={t('voucher.take.find')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {found.length === 0 && <Empty description={nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
        <Radio.Group
          aria-label={t('voucher.take.offer')}
          value={value?.id}
          className="choices number"
          options={found.map((offer) => ({
            value: offer.id,
            label: <OneOffer offer={offer} bar={bar(offer)} />,
            disabled: bar(offer) !== undefined,
          }))}
          onChange={({ target }) => {
            const chosen = offers.find(({ id }) => id === target.value);
            if (chosen) onChange(chosen);
          }}
        />
      </Space>
    );
  };
  return <Answer query={useWhole(query)}>{show}</Answer>;
}

function OneOffer({ offer, bar }: { offer: Offer; bar: string | undefined }) {
  const { t } = useTranslation('staff');
  const { title, partner_name, price_points: points, quota_left: left } = offer;
  return (
    <>
      <strong>{title}</strong> {partner_name} ·{' '}
      {points === 0 ? t('voucher.take.free') : t('voucher.take.points', { points: whole(points) })}
      {typeof left === 'number' && left > 0 && ` · ${t('voucher.take.left', { left: whole(left) })}`}
      {bar !== undefined && <em> {bar}</em>}
    </>
  );
}
