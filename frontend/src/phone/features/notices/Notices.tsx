/** What the resident is told, the newest first; what is new can be ticked off. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { CommandButton } from '../../ui/CommandButton';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { NoticeCard } from './NoticeCard';

export function Notices() {
  const { t } = useTranslation('phone-notices');
  const query = $api.useInfiniteQuery('get', '/api/v1/notices', { params: { query: { limit: 20 } } }, byCursor);
  const { data: waiting } = $api.useQuery('get', '/api/v1/notices/unread');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/notices/read');
  // What comes while one reads was not seen yet.
  const newest = query.data?.pages[0]?.items[0];
  const unread = waiting?.unread ?? 0;
  return (
    <Screen title={t('title')} back>
      {newest !== undefined && unread > 0 && (
        <CommandButton
          label={t('tick_all', { unread })}
          wide
          run={() => mutateAsync({ body: { up_to: newest.id } })}
          done={t('ticked_all')}
        />
      )}
      <Pages query={query} empty={t('empty')}>
        {(notice) => <NoticeCard notice={notice} />}
      </Pages>
    </Screen>
  );
}
