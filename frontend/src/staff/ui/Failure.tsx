/** A whole page that could not be shown, with a way to try again; what is its own fault is not blamed on the network. */

import { SearchParamError, useRouter } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { isOwnFault } from '@/lib/errors';
import { NotFound } from './NotFound';
import { TroubleShown } from './TroubleShown';

export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation('staff');
  const router = useRouter();
  if (error instanceof SearchParamError) return <NotFound />;
  if (!isOwnFault(error)) return <TroubleShown error={error} retry={() => void router.invalidate()} />;
  return (
    <Result
      status="error"
      title={t('state.broken')}
      subTitle={t('state.broken_hint', { what: String(error) })}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {t('state.reload')}
        </Button>
      }
    />
  );
}
