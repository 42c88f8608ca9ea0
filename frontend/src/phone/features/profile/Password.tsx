/** Changing one's own password; all other devices are signed out by it. */

import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Screen } from '../../ui/Screen';
import { useCommand } from '../../ui/useCommand';

export function Password() {
  const { t } = useTranslation('phone-profile');
  const { history } = useRouter();
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const [again, setAgain] = useState('');
  const { mutateAsync } = $api.useMutation('put', '/api/v1/me/password');
  const change = useCommand(
    () => mutateAsync({ body: { current_password: current, new_password: wanted } }),
    t('password.done'),
    () => history.back(),
  );
  const differs = again !== '' && again !== wanted;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (again === wanted) change.start();
  };
  return (
    <Screen title={t('password.title')} back>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={change.at('current_password')}
          required
        />
        <Field
          label={t('password.wanted')}
          type="password"
          autoComplete="new-password"
          value={wanted}
          onChange={setWanted}
          error={change.at('new_password')}
          required
        />
        <Field
          label={t('password.again')}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={differs ? t('password.differs') : undefined}
          required
        />
        {change.refusal}
        <Button type="submit" tone="primary" wide busy={change.busy}>
          {t('password.submit')}
        </Button>
        <p className="soft">{t('password.about')}</p>
      </form>
    </Screen>
  );
}
