/** Changing one's own password; all other devices are signed out by it. */

import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
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
  return (
    <Screen title={t('password.title')} back>
      <Form command={change} onSubmit={() => again === wanted && change.start()} submit={t('password.submit')}>
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
      </Form>
      <p className="soft">{t('password.about')}</p>
    </Screen>
  );
}
