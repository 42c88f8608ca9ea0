/** While a screen waits for its first answer. */

import { useTranslation } from 'react-i18next';

export function Loading() {
  const { t } = useTranslation('phone');
  return (
    <div role="status">
      <div className="spinner" />
      <span className="hidden">{t('state.loading')}</span>
    </div>
  );
}
