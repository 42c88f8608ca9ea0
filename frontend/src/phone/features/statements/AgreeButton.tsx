/** Agreeing to a statement, which is done once. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function AgreeButton({ id }: { id: string }) {
  const { t } = useTranslation('phone-statements');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/statements/{id}/agree');
  return (
    <CommandButton
      label={t('agree.submit')}
      tone="primary"
      wide
      ask={{ title: t('agree.title'), text: t('agree.about') }}
      run={() => mutateAsync({ params: { path: { id } } })}
      done={t('agree.done')}
    />
  );
}
