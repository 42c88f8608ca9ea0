/** Signing in with phone and password; the community only when the phone has accounts in several. */

import { Alert, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, problemOf, session } from '@/api';
import { useTold } from '../../ui/useTold';
import { LanguageSwitch } from './LanguageSwitch';

interface Values {
  phone: string;
  password: string;
  community?: string;
}

export function SignIn({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('staff');
  const told = useTold();
  const [several, setSeveral] = useState(false);
  const signIn = $api.useMutation('post', '/api/v1/sessions', {
    onSuccess: (answer) => {
      session.begin(answer);
      onDone();
    },
    onError: (error) => setSeveral(problemOf(error)?.kind === 'community-choice-needed' || several),
  });
  return (
    <main className="centred" style={{ minHeight: '100vh', padding: 16 }}>
      <Card style={{ width: 'min(400px, calc(100vw - 32px))' }}>
        <h1 style={{ marginBottom: 20 }}>{t('sign_in.title')}</h1>
        {signIn.error && (
          <Alert type="error" showIcon title={told.sentence(signIn.error)} style={{ marginBottom: 16 }} />
        )}
        <Form<Values> layout="vertical" size="large" requiredMark={false} onFinish={(body) => signIn.mutate({ body })}>
          <Form.Item
            name="phone"
            label={t('sign_in.phone')}
            rules={[{ required: true, message: t('sign_in.phone_hint') }]}
          >
            <Input inputMode="tel" autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('sign_in.password')}
            rules={[{ required: true, message: t('sign_in.password_hint') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {several && (
            <Form.Item name="community" label={t('sign_in.community')} extra={t('sign_in.community_hint')}>
              <Input />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('sign_in.submit')}
          </Button>
        </Form>
        <p style={{ margin: '16px 0 4px' }}>{t('sign_in.forgotten')}</p>
        <LanguageSwitch />
      </Card>
    </main>
  );
}
