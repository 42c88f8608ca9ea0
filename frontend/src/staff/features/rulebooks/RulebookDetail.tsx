/** One version to read, with what a deed would earn by it beside. */

import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { moment } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Page } from '../../ui/Page';
import { useMe } from '../shell/useMe';
import { BookShown } from './BookShown';
import { Trial } from './Trial';
import { VersionStatus } from './VersionStatus';

export function RulebookDetail({ id }: { id: string }) {
  const { t } = useTranslation('staff-rulebooks');
  const { isAdministrator } = useMe();
  const navigate = useNavigate();
  const query = $api.useQuery('get', '/api/v1/rulebooks/{id}', { params: { path: { id } } });
  const remove = $api.useMutation('delete', '/api/v1/rulebooks/{id}');
  const deleteDraft = async () => {
    await remove.mutateAsync({ params: { path: { id } } });
    await navigate({ to: '/rulebooks', replace: true });
  };
  return (
    <Answer query={query}>
      {(version) => (
        <Page
          title={t('of', { title: version.title, version: version.version })}
          actions={
            <>
              <VersionStatus version={version} />
              {version.in_force_from && <span>{t('from', { moment: moment(version.in_force_from) })}</span>}
              {version.version > 1 && (
                <Link to="/rulebooks/compare" search={{ to: id }}>
                  {t('compare_before')}
                </Link>
              )}
              <Button onClick={() => window.print()}>{t('action.print')}</Button>
              {isAdministrator && !version.in_force_from && (
                <>
                  <CommandButton danger run={deleteDraft} done={t('deleted')} ask={t('delete_ask')}>
                    {t('action.delete')}
                  </CommandButton>
                  <Link to="/rulebooks/$id/edit" params={{ id }}>
                    {t('action.edit')}
                  </Link>
                </>
              )}
            </>
          }
        >
          <div className="beside">
            <div className="page">
              <BookShown book={version.book} />
            </div>
            <Trial rulebookId={id} rules={version.book.rules} />
          </div>
        </Page>
      )}
    </Answer>
  );
}
