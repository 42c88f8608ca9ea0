/** The workbook of a partner's month, all its stores in one. */

import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { save } from '@/lib/save';
import { CommandButton } from '../../ui/CommandButton';

interface Props {
  partnerId: string | undefined;
  month: string | undefined;
}

export function PartnerSheet({ partnerId, month }: Props) {
  const { t } = useTranslation('staff-statements');
  const why = partnerId === undefined || month === undefined ? t('choose_partner_and_month') : undefined;
  const download = async () => {
    if (partnerId === undefined || month === undefined) return;
    const answer = await api.GET('/api/v1/partners/{id}/statement.xlsx', {
      params: { path: { id: partnerId }, query: { month } },
      parseAs: 'blob',
    });
    save(answer, `${t('heading')} ${month}.xlsx`);
  };
  return (
    <CommandButton run={download} done={t('downloaded')} why={why}>
      {t('partner_sheet')}
    </CommandButton>
  );
}
