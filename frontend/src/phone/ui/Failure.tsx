/** A whole screen that could not be shown, with a way to try again. */

import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Screen } from './Screen';
import { TroubleShown } from './TroubleShown';

export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation('phone');
  const router = useRouter();
  return (
    <Screen title={t('title')}>
      <TroubleShown error={error} retry={() => void router.invalidate()} />
    </Screen>
  );
}
