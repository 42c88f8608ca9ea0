/** Changes an account: name, offices, a new password. */

import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Role, type User } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { OfficesSelect } from './OfficesSelect';

interface Values {
  name: string;
  offices: Role[];
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
      initialValues={user}
      submit={({ name, offices, password }) =>
        change.mutateAsync({
          params: { path: { id: user.id } },
          // Other offices sign out everywhere: they are sent only if they are others.
          body: {
            name,
            ...(offices.toSorted().join() !== user.offices.toSorted().join() && { offices }),
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
      <Form.Item name="password" label={t('users.new_password')} extra={t('users.new_password_hint')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </DialogForm>
  );
}
