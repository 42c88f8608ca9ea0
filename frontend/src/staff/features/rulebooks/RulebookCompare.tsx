/** Two versions of the rule book, chosen from all, and only what is different. */

import { Card, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Page } from '../../ui/Page';
import { ChangesShown, Nothing } from './ChangesShown';

interface Search {
  from?: string | undefined;
  to?: string | undefined;
}

export function RulebookCompare({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-rulebooks');
  const versions = $api.useQuery('get', '/api/v1/rulebooks', { params: { query: { limit: 200 } } });
  const items = versions.data?.items ?? [];
  const to = items.find(({ id }) => id === search.to) ?? items.at(-1);
  const from =
    items.find(({ id }) => id === search.from) ?? items.findLast(({ version }) => version < (to?.version ?? 0));
  const changes = $api.useQuery(
    'get',
    '/api/v1/rulebooks/{id}/changes',
    { params: { path: { id: to?.id ?? '' }, query: { since: from?.id } } },
    { enabled: to !== undefined },
  );
  const options = items.map(({ id, version, title }) => ({ value: id, label: t('of', { title, version }) }));
  return (
    <Page title={t('compare')}>
      <Card>
        <div className="filters">
          <Select
            aria-label={t('earlier')}
            placeholder={t('earlier')}
            value={from?.id ?? null}
            onChange={(id) => onSearch({ ...search, from: id ?? undefined })}
            options={options}
            style={{ minWidth: 280, flex: 1 }}
          />
          <span aria-hidden>→</span>
          <Select
            aria-label={t('later')}
            placeholder={t('later')}
            value={to?.id ?? null}
            onChange={(id) => onSearch({ ...search, to: id ?? undefined })}
            options={options}
            style={{ minWidth: 280, flex: 1 }}
          />
        </div>
      </Card>
      {to === undefined ? (
        <Answer query={versions}>{() => <Nothing words={t('empty')} />}</Answer>
      ) : (
        <Answer query={changes}>{(data) => <ChangesShown changes={data} from={from?.book} to={to.book} />}</Answer>
      )}
    </Page>
  );
}
