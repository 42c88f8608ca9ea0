/** Takes a resident into the team in the resident's place, at once or as a request. */

import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';

interface Values {
  resident_id: string;
  active: boolean;
}

export function AddMember({ teamId }: { teamId: string }) {
  const { t } = useTranslation('staff-teams');
  const [open, setOpen] = useState(false);
  const add = $api.useMutation('post', '/api/v1/teams/{id}/memberships');
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('add_member')}
      </Button>
      <DialogForm<Values>
        title={t('add_member')}
        open={open}
        onClose={() => setOpen(false)}
        submit={(body) => add.mutateAsync({ params: { path: { id: teamId } }, body })}
        done={t('changed')}
        initialValues={{ active: true }}
      >
        <Form.Item name="resident_id" label={t('resident')} rules={[{ required: true, message: t('resident_hint') }]}>
          <ResidentPicker autoFocus />
        </Form.Item>
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{t('approve_at_once')}</Checkbox>
        </Form.Item>
      </DialogForm>
    </>
  );
}
