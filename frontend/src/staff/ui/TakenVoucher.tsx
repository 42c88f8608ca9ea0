/** A voucher that was taken in a resident's place: its code, the paper for it, and one more. */

import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Voucher } from '@/api';
import { grouped, moment } from '@/lib/format';
import { LinkButton } from './LinkButton';

export function TakenVoucher({ voucher, onMore }: { voucher: Voucher; onMore: () => void }) {
  const { t } = useTranslation('staff');
  return (
    <Result
      status="success"
      title={<span className="number">{grouped(voucher.code)}</span>}
      subTitle={`${voucher.offer_title} · ${t('voucher.until', { moment: moment(voucher.expires_at) })}`}
      extra={[
        <Button key="more" size="large" onClick={onMore}>
          {t('voucher.take.another')}
        </Button>,
        <LinkButton
          key="slip"
          primary
          autoFocus
          size="large"
          to="/vouchers/$id/slip"
          params={{ id: voucher.id }}
          target="_blank"
        >
          {t('voucher.print')}
        </LinkButton>,
      ]}
    />
  );
}
