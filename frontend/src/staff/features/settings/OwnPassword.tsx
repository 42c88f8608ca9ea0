/** One's own password. */

import { Alert, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type OwnPassword as Body } from '@/api';
import { showAtFields } from '../../ui/DialogForm';
import { Page } from '../../ui/Page';
import { useTold } from '../../ui/useTold';

export function OwnPassword() {
  const { t } = useTranslation('staff-settings');
  const { t: words } = useTranslation('staff');
  const told = useTold();
  const [form] = Form.useForm<Body & { again: string }>();
  const [refusal, setRefusal] = useState<string>();
  const change = $api.useMutation('put', '/api/v1/me/password');
  const required = { required: true, message: t('required') };
  const finish = async ({ current_password, new_password }: Body) => {
    setRefusal(undefined);
    try {
      await change.mutateAsync({ body: { current_password, new_password } });
      told.done(t('password.done'));
      form.resetFields();
    } catch (error) {
      setRefusal(showAtFields(form, error) ? words('state.look_at_fields') : told.sentence(error));
    }
  };
  return (
    <Page title={t('password.title')}>
      <Card style={{ maxWidth: 480 }}>
        {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
        <Form form={form} layout="vertical" onFinish={finish}>
          <Form.Item name="current_password" label={t('password.current')} rules={[required]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="new_password" label={t('password.new')} extra={t('password.hint')} rules={[required]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={t('password.again')}
            dependencies={['new_password']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_, typed) =>
                  !typed || typed === getFieldValue('new_password')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('password.differ'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('password.submit')}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
