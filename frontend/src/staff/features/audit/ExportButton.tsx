/** The lines that the filter shows, as a workbook; that it was taken out is a line too. */

import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { save } from '@/lib/save';
import { CommandButton } from '../../ui/CommandButton';
import type { AuditSearch } from './AuditFilters';

export function ExportButton({ search: { cursor: _, ...query } }: { search: AuditSearch }) {
  const { t } = useTranslation('staff-audit');
  const download = async () => {
    const answer = await api.GET('/api/v1/audit-entries.xlsx', { params: { query }, parseAs: 'blob' });
    save(answer, `${t('title')}.xlsx`);
  };
  return (
    <CommandButton run={download} done={t('exported')}>
      {t('export')}
    </CommandButton>
  );
}
