/** Hands over the residents that the filters show as a workbook; that it was done is kept in the log. */

import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { today } from '@/lib/days';
import { save } from '@/lib/save';
import { CommandButton } from '../../ui/CommandButton';
import type { Search } from './ResidentList';

export function ExportButton({ search }: { search: Search }) {
  const { t } = useTranslation('staff-residents');
  const { cursor: _, ...query } = search;
  const download = async () => {
    const answer = await api.GET('/api/v1/residents.xlsx', { params: { query }, parseAs: 'blob' });
    save(answer, `${t('title')} ${today()}.xlsx`);
  };
  return (
    <CommandButton run={download} done={t('export.done')} ask={t('export.ask')}>
      {t('export.do')}
    </CommandButton>
  );
}
