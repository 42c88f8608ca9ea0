/** Signing in with phone and password; the community only when the phone has accounts in several. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, problemOf, session } from '@/api';
import { otherThan, speak } from '@/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Screen } from '../../ui/Screen';
import { useSentence } from '../../ui/useSentence';

export function SignIn({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation('phone');
  const [language, words] = otherThan(i18n.language);
  const sentence = useSentence();
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { phone, password, ...(community && { community }) } });
  };
  return (
    <Screen title={t('sign_in.title')}>
      <form className="stack" onSubmit={submit}>
        {signIn.error && (
          <p className="note" data-tone="bad" role="alert">
            {sentence(signIn.error)}
          </p>
        )}
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
        <Button type="submit" tone="primary" wide busy={signIn.isPending}>
          {t('sign_in.submit')}
        </Button>
        <p className="soft">{t('sign_in.forgotten')}</p>
        <Button tone="plain" wide lang={language} onClick={() => void speak(language)}>
          {words}
        </Button>
      </form>
    </Screen>
  );
}
