/** Opens an account. */

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewUser } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { OfficesSelect } from './OfficesSelect';

export function NewUserDialog() {
  const { t } = useTranslation('staff-settings');
  const [open, setOpen] = useState(false);
  const create = $api.useMutation('post', '/api/v1/users');
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('users.create')}
      </Button>
      <DialogForm<NewUser>
        title={t('users.create')}
        open={open}
        onClose={() => setOpen(false)}
        done={t('users.done.created')}
        okText={t('users.create')}
        submit={(body) => create.mutateAsync({ body })}
      >
        <Form.Item name="name" label={t('users.name')} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('users.phone')} rules={required}>
          <Input inputMode="tel" maxLength={11} autoComplete="off" />
        </Form.Item>
        <Form.Item name="password" label={t('users.password')} extra={t('users.password_hint')} rules={required}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="offices" label={t('users.offices')} extra={t('users.offices_hint')}>
          <OfficesSelect />
        </Form.Item>
        <Form.Item name="resident_id" label={t('users.resident')} extra={t('users.resident_hint')}>
          <ResidentPicker />
        </Form.Item>
      </DialogForm>
    </>
  );
}
