/** What the resident is told, the newest first; what is new can be ticked off. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { NoticeCard } from './NoticeCard';

export function Notices() {
  const { t } = useTranslation('phone-notices');
  const query = $api.useInfiniteQuery('get', '/api/v1/notices', { params: { query: { limit: 20 } } }, byCursor);
  return (
    <Screen title={t('title')} back>
      <Pages query={query} empty={t('empty')}>
        {(notice) => <NoticeCard notice={notice} />}
      </Pages>
    </Screen>
  );
}
