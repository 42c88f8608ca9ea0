/** Signing in with phone and password; the community only when the phone has accounts in several. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, problemOf, session } from '@/api';
import { otherThan, speak } from '@/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { Refusal } from '../../ui/Refusal';
import { Screen } from '../../ui/Screen';

export function SignIn({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation('phone');
  const [language, words] = otherThan(i18n.language);
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [community, setCommunity] = useState<string>();
  const signIn = $api.useMutation('post', '/api/v1/sessions', {
    onSuccess: (answer) => {
      session.begin(answer);
      onDone();
    },
    onError: (error) => problemOf(error)?.kind === 'community-choice-needed' && setCommunity(''),
  });
  const command = { busy: signIn.isPending, refusal: <Refusal error={signIn.error} /> };
  const submit = () => signIn.mutate({ body: { phone, password, ...(community && { community }) } });
  return (
    <Screen title={t('sign_in.title')}>
      <Form command={command} onSubmit={submit} submit={t('sign_in.submit')}>
        <Field
          label={t('sign_in.phone')}
          value={phone}
          onChange={setPhone}
          inputMode="tel"
          autoComplete="username"
          required
        />
        <Field
          label={t('sign_in.password')}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="current-password"
          required
        />
        {community !== undefined && (
          <Field
            label={t('sign_in.community')}
            hint={t('sign_in.community_hint')}
            value={community}
            onChange={setCommunity}
          />
        )}
      </Form>
      <p className="soft">{t('sign_in.forgotten')}</p>
      <Button tone="plain" wide lang={language} onClick={() => void speak(language)}>
        {words}
      </Button>
    </Screen>
  );
}
