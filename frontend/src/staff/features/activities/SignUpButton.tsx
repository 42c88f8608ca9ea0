/** Signs a resident up for a shift in the resident's place. */

import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';

interface Values {
  resident_id: string;
  wait?: boolean;
}

export function SignUpButton({ shiftId }: { shiftId: string }) {
  const { t } = useTranslation('staff-activities');
  const [open, setOpen] = useState(false);
  const signUp = $api.useMutation('post', '/api/v1/shifts/{id}/signups');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('sign_up')}
      </Button>
      <DialogForm<Values>
        title={t('sign_up')}
        open={open}
        onClose={() => setOpen(false)}
        submit={({ resident_id, wait = false }) =>
          signUp.mutateAsync({ params: { path: { id: shiftId } }, body: { resident_id, wait } })
        }
        done={t('signed_up_done')}
      >
        <Form.Item name="resident_id" label={t('resident')} rules={[{ required: true, message: t('resident_hint') }]}>
          <ResidentPicker autoFocus />
        </Form.Item>
        <Form.Item name="wait" valuePropName="checked">
          <Checkbox>{t('wait')}</Checkbox>
        </Form.Item>
      </DialogForm>
    </>
  );
}
