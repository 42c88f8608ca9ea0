/** Takes an import back, all of it or nothing; who has a history by now stands in the way unless left as it is. */

import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Import, problemOf } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

interface Values {
  reason: string;
  keep_with_history?: boolean;
}

export function ReverseImport({ of }: { of: Import }) {
  const { t } = useTranslation(['staff-imports', 'staff']);
  const [open, setOpen] = useState(false);
  const reverse = $api.useMutation('post', '/api/v1/imports/{id}/reverse');
  const inUse = problemOf(reverse.error)?.kind === 'import-in-use';
  const close = () => {
    setOpen(false);
    reverse.reset();
  };
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('reverse')}
      </Button>
      <DialogForm<Values>
        title={t('reverse_of', { name: of.file_name })}
        open={open}
        onClose={close}
        submit={(body) => reverse.mutateAsync({ params: { path: { id: of.id } }, body })}
        done={t('reverse_done')}
        okText={t('reverse')}
        danger
      >
        <p>{t(`reverse_follows.${of.kind}`)}</p>
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, min: 2, max: 200, message: t('staff:field.reason_hint') }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
        </Form.Item>
        {inUse && <Alert type="warning" showIcon title={t('in_use')} style={{ marginBottom: 12 }} />}
        {of.kind === 'residents' && (
          <Form.Item name="keep_with_history" valuePropName="checked">
            <Checkbox>{t('keep')}</Checkbox>
          </Form.Item>
        )}
      </DialogForm>
    </>
  );
}
