/** The lines of an attendance list, each with a tick, minutes and hardship. */

import { Checkbox, InputNumber, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Rows } from '../../ui/Rows';
import type { Draft } from './draft';

interface Props {
  draft: Draft[];
  onDraft: (draft: Draft[]) => void;
}

export function RecordTable({ draft, onDraft }: Props) {
  const { t } = useTranslation('staff-activities');
  const change = (of: Draft, next: Partial<Draft>) =>
    onDraft(draft.map((one) => (one.resident_id === of.resident_id ? { ...one, ...next } : one)));
  const columns: TableProps<Draft>['columns'] = [
    {
      title: t('came'),
      render: (_, one) => (
        <Checkbox checked={one.came} onChange={({ target }) => change(one, { came: target.checked })}>
          {one.name}
        </Checkbox>
      ),
    },
    { title: t('signed_up'), width: 90, render: (_, { signed_up }) => (signed_up ? t('yes') : t('walk_in')) },
    {
      title: t('minutes'),
      width: 170,
      render: (_, one) => (
        <InputNumber
          aria-label={t('minutes_of', { name: one.name })}
          min={1}
          max={1440}
          precision={0}
          disabled={!one.came}
          placeholder={one.checked ? t('by_check') : t('minutes_hint')}
          value={one.minutes ?? null}
          onChange={(minutes) => change(one, { minutes: minutes ?? undefined })}
          style={{ width: 150 }}
        />
      ),
    },
    {
      title: t('hardship'),
      width: 100,
      render: (_, one) => (
        <Checkbox
          aria-label={t('hardship_of', { name: one.name })}
          disabled={!one.came}
          checked={one.hardship}
          onChange={({ target }) => change(one, { hardship: target.checked })}
        />
      ),
    },
  ];
  return <Rows<Draft> rowKey="resident_id" size="small" columns={columns} rows={draft} empty={t('roster_empty')} />;
}
