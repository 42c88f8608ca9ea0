/** An address that leads nowhere, or to something that is gone. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Screen } from './Screen';

export function NotFound() {
  const { t } = useTranslation('phone');
  return (
    <Screen title={t('state.not_found')}>
      <Link to="/" className="button" data-wide>
        {t('state.home')}
      </Link>
    </Screen>
  );
}
