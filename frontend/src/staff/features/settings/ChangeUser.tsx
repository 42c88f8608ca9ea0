/** Changes an account: name, offices, another phone to sign in with, a new password. */

import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Role, type User } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { OfficesSelect } from './OfficesSelect';

interface Values {
  name: string;
  offices: Role[];
  phone?: string;
  password?: string;
}

export function ChangeUser({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation('staff-settings');
  const change = $api.useMutation('patch', '/api/v1/users/{id}');
  return (
    <DialogForm<Values>
      title={`${t('users.change')} ${user.name}`}
      open
      onClose={onClose}
      done={t('users.done.changed')}
      initialValues={{ name: user.name, offices: user.offices }}
      submit={({ name, offices, phone, password }) =>
        change.mutateAsync({
          params: { path: { id: user.id } },
          // Other offices sign out everywhere: they are sent only if they are others.
          body: {
            name,
            ...(offices.toSorted().join() !== user.offices.toSorted().join() && { offices }),
            ...(phone && { phone }),
            ...(password && { password }),
          },
        })
      }
    >
      <Form.Item name="name" label={t('users.name')} rules={[{ required: true, message: t('required') }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="offices" label={t('users.offices')} extra={t('users.offices_hint')}>
        <OfficesSelect />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('users.new_phone')}
        extra={t('users.new_phone_hint', { phone: user.phone })}
        rules={[{ pattern: /^1\d{10}$/, message: t('users.phone_digits') }]}
      >
        <Input inputMode="tel" maxLength={11} autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('users.new_password')} extra={t('users.new_password_hint')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </DialogForm>
  );
}
