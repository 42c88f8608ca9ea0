/** An address that leads nowhere, or to something that is gone or of another community. */

import { Link } from '@tanstack/react-router';
import { Result } from 'antd';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation('staff');
  return <Result status="404" title={<h1>{t('state.not_found')}</h1>} extra={<Link to="/">{t('state.home')}</Link>} />;
}
