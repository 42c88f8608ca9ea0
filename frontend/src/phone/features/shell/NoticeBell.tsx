/** The way to the notices, with how many are new. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { badgeOf, useUnread } from './useUnread';

export function NoticeBell() {
  const { t } = useTranslation('phone-home');
  const unread = useUnread();
  return (
    <Link to="/notices" className="button bell" data-tone="plain" aria-label={t('notices', { unread })}>
      <Icon sign="notice" />
      {unread > 0 && <span className="badge">{badgeOf(unread)}</span>}
    </Link>
  );
}
