/** A draft: what holds for all, its rules one by one, and publishing it. */

import { DeleteOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Rule, type RulebookVersion } from '@/api';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Page } from '../../ui/Page';
import { BookShown } from './BookShown';
import { GeneralForm } from './GeneralForm';
import { Publish } from './Publish';
import { Trial } from './Trial';

export function DraftEditor({ id }: { id: string }) {
  const query = $api.useQuery('get', '/api/v1/rulebooks/{id}', { params: { path: { id } } });
  return <Answer query={query}>{(version) => <Draft version={version} />}</Answer>;
}

function Draft({ version }: { version: RulebookVersion }) {
  const { t } = useTranslation('staff-rulebooks');
  const navigate = useNavigate();
  const { id, book } = version;
  const change = $api.useMutation('patch', '/api/v1/rulebooks/{id}');
  const drop = (code: string) => {
    const rules = book.rules.filter((rule) => rule.code !== code);
    return change.mutateAsync({ params: { path: { id } }, body: { book: { ...book, rules } } });
  };
  const action = ({ code }: Rule) => (
    <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
      <Link to="/rulebooks/$id/rule" params={{ id }} search={{ code }}>
        {t('action.change')}
      </Link>
      <CommandButton
        type="text"
        size="small"
        danger
        icon={<DeleteOutlined aria-hidden />}
        run={() => drop(code)}
        ask={t('ask.drop', { code })}
        done={t('done.dropped')}
        why={book.rules.length === 1 ? t('last_rule') : undefined}
      >
        {t('action.drop')}
      </CommandButton>
    </span>
  );
  const published = Boolean(version.in_force_from);
  return (
    <Page
      title={t('edit_of', { version: version.version })}
      actions={
        <>
          {version.version > 1 && (
            <Link to="/rulebooks/compare" search={{ to: id }}>
              {t('compare_before')}
            </Link>
          )}
          <Button onClick={() => navigate({ to: '/rulebooks/$id/rule', params: { id } })}>
            {t('action.add_rule')}
          </Button>
          {!published && <Publish version={version} />}
        </>
      }
    >
      {published && <Alert type="warning" showIcon title={t('published_hint')} />}
      <div className="beside">
        <div className="page">
          <Card title={<h2 className="card-title">{t('general_edit')}</h2>}>
            <GeneralForm key={JSON.stringify({ ...book, rules: [] })} version={version} />
          </Card>
          <BookShown book={book} action={action} />
        </div>
        <Trial rulebookId={id} rules={book.rules} hint={t('trial_saved')} />
      </div>
    </Page>
  );
}
