/** An offer as a resident sees it on the phone. */

import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Offer } from '@/api';
import { until, whole } from '@/lib/format';
import { HoursShown } from '../../ui/HoursShown';
import { TermsText } from '../../ui/TermsText';
import { ForWhom } from './OfferFacts';

export function Preview({ offer }: { offer: Offer }) {
  const { t } = useTranslation('staff-offers');
  const { t: shared } = useTranslation('staff');
  const bySlot = offer.slot_early_minutes != null;
  return (
    <Card title={t('preview')}>
      <div style={{ maxWidth: 360, margin: '0 auto', padding: 16, border: '1px solid #d9d9d9', borderRadius: 16 }}>
        <div>{offer.partner_name}</div>
        <h2 style={{ margin: '4px 0', fontSize: 18 }}>{offer.title}</h2>
        <strong style={{ fontSize: 16, color: '#0b4f4a' }}>
          <TermsText terms={offer.terms} />
        </strong>
        {offer.description && <p>{offer.description}</p>}
        <dl
          style={{ display: 'grid', gridTemplateColumns: '5em 1fr', gap: '4px 8px', margin: '12px 0' }}
          className="plain number"
        >
          <dt>{t('seen.price')}</dt>
          <dd>{offer.price_points === 0 ? t('free') : `${whole(offer.price_points)} ${shared('points')}`}</dd>
          {typeof offer.quota_left === 'number' && (
            <>
              <dt>{t('seen.left')}</dt>
              <dd>{t('seen.pieces', { number: offer.quota_left })}</dd>
            </>
          )}
          <dt>{t('seen.valid')}</dt>
          <dd>
            {bySlot ? until(offer.valid_to) : t('seen.until', { day: until(offer.valid_to), days: offer.voucher_days })}
          </dd>
          <dt>{t('seen.hours')}</dt>
          <dd>{bySlot ? t('seen.by_slot') : <HoursShown hours={offer.hours} none={t('any_time')} />}</dd>
          <dt>{t('for_whom')}</dt>
          <dd>
            <ForWhom offer={offer} />
          </dd>
        </dl>
        <Button block disabled title={t('seen.only')}>
          {t('seen.take')}
        </Button>
      </div>
    </Card>
  );
}
