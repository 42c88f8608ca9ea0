/** A notice: what it says, and the way to what it is about. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Notice } from '@/api';
import { moment } from '@/lib/format';
import { Button } from '../../ui/Button';
import { Status } from '../../ui/Status';
import { useCommand } from '../../ui/useCommand';
import { matterOf } from './matter';
import { useNoticeText } from './useNoticeText';

export function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation('phone-notices');
  const textOf = useNoticeText();
  const { mutateAsync } = $api.useMutation('post', '/api/v1/notices/{id}/read');
  const read = useCommand(() => mutateAsync({ params: { path: { id: notice.id } } }), t('ticked'));
  const isNew = !notice.read_at;
  return (
    <article className="card">
      <header>
        <span className="soft">{moment(notice.created_at)}</span>
        {isNew && <Status tone="waiting">{t('new')}</Status>}
      </header>
      <p>{textOf(notice)}</p>
      <div className="actions">
        <Link {...matterOf(notice.content)} className="button" onClick={() => isNew && read.start()}>
          {t('look')}
        </Link>
        {isNew && (
          <Button busy={read.busy} onClick={() => read.start()}>
            {t('tick')}
          </Button>
        )}
      </div>
      {read.refusal}
    </article>
  );
}
