/** Changes the name and purpose of a team. */

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Team } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

interface Values {
  name: string;
  purpose: string;
}

export function ChangeTeam({ team: { id, name, purpose } }: { team: Team }) {
  const { t } = useTranslation(['staff-teams', 'staff']);
  const [open, setOpen] = useState(false);
  const change = $api.useMutation('patch', '/api/v1/teams/{id}');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('staff:action.change')}</Button>
      <DialogForm<Values>
        title={t('change')}
        open={open}
        onClose={() => setOpen(false)}
        submit={(body) => change.mutateAsync({ params: { path: { id } }, body })}
        done={t('changed')}
        initialValues={{ name, purpose }}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('name_hint') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="purpose" label={t('purpose')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </DialogForm>
    </>
  );
}
