/** A whole screen that could not be shown, with a way to try again; what is its own fault is not blamed on the network. */

import { SearchParamError, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isOwnFault } from '@/lib/errors';
import { Button } from './Button';
import { NotFound } from './NotFound';
import { Screen } from './Screen';
import { TroubleShown } from './TroubleShown';

export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation('phone');
  const router = useRouter();
  if (error instanceof SearchParamError) return <NotFound />;
  return (
    <Screen title={t('title')}>
      {isOwnFault(error) ? (
        <div className="stack" role="alert">
          <p className="note" data-tone="bad">
            {t('state.broken')}
          </p>
          <Button tone="primary" wide onClick={() => location.reload()}>
            {t('state.reload')}
          </Button>
        </div>
      ) : (
        <TroubleShown error={error} retry={() => void router.invalidate()} />
      )}
    </Screen>
  );
}
