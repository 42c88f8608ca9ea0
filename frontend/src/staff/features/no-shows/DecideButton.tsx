/** Decides an appeal, with words that the resident reads. */

import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewDecision, type NoShow } from '@/api';
import { verdictValues } from '@/api/schema.gen';
import { DialogForm } from '../../ui/DialogForm';

export function DecideButton({ of }: { of: NoShow }) {
  const { t } = useTranslation(['staff-activities', 'staff']);
  const [open, setOpen] = useState(false);
  const decide = $api.useMutation('post', '/api/v1/no-shows/{id}/decide');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('appeals.decide')}
      </Button>
      <DialogForm<NewDecision>
        title={t('appeals.decide_of', { title: of.activity_title })}
        open={open}
        onClose={() => setOpen(false)}
        submit={(body) => decide.mutateAsync({ params: { path: { id: of.id } }, body })}
        done={t('appeals.decided')}
        okText={t('appeals.decide')}
      >
        <p>{t('appeals.says', { name: of.resident_name, words: of.appeal ?? '' })}</p>
        <Form.Item
          name="verdict"
          label={t('appeals.verdict')}
          extra={t('appeals.verdict_follows')}
          rules={[{ required: true, message: t('appeals.verdict_hint') }]}
        >
          <Radio.Group options={verdictValues.map((value) => ({ value, label: t(`appeals.verdicts.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('appeals.note_read')}
          rules={[{ required: true, min: 2, max: 200, message: t('staff:field.reason_hint') }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
      </DialogForm>
    </>
  );
}
