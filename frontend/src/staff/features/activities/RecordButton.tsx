/** Records who came to a shift: the whole list, in place of the one before. */

import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type RosterLine, type Shift } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { attendancesOf, type Draft, draftOf } from './draft';
import { RecordTable } from './RecordTable';

export function RecordButton({ shift, lines }: { shift: Shift; lines: RosterLine[] }) {
  const { t } = useTranslation('staff-activities');
  const [draft, setDraft] = useState<Draft[]>();
  const replace = $api.useMutation('put', '/api/v1/shifts/{id}/roster');
  const send = async (drafted: Draft[]) => {
    await replace.mutateAsync({ params: { path: { id: shift.id } }, body: { attendances: attendancesOf(drafted) } });
    setDraft(undefined);
  };
  const add = (resident_id: string, name: string) => {
    const others = (draft ?? []).filter((one) => one.resident_id !== resident_id);
    setDraft([...others, { resident_id, name, signed_up: false, came: true, checked: false, hardship: false }]);
  };
  return (
    <>
      <Button size="small" onClick={() => setDraft(lines.map(draftOf))}>
        {t('record')}
      </Button>
      <Drawer
        title={t('record')}
        open={draft !== undefined}
        onClose={() => setDraft(undefined)}
        size={760}
        destroyOnHidden
        extra={
          draft && (
            <CommandButton type="primary" run={() => send(draft)} done={t('saved')}>
              {t('record_save')}
            </CommandButton>
          )
        }
      >
        {draft && (
          <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
            <div>{t('record_what')}</div>
            <RecordTable draft={draft} onDraft={setDraft} />
            <div>
              <label htmlFor="record-add">{t('record_add')}</label>
              <ResidentPicker
                id="record-add"
                key={draft.length}
                onChange={(id, resident) => id && add(id, resident?.name ?? '')}
              />
            </div>
          </Space>
        )}
      </Drawer>
    </>
  );
}
