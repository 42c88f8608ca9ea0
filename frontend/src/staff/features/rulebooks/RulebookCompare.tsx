/** Two versions side by side: only what is different, clause by clause, in words. */

import { Card, Empty, Select, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type ClauseChange, type Rule, type RulebookChanges } from '@/api';
import { Answer } from '../../ui/Answer';
import { Page } from '../../ui/Page';
import { Rows } from '../../ui/Rows';
import { useRuleWords } from './useRuleWords';

interface Search {
  from?: string | undefined;
  to?: string | undefined;
}

interface Row {
  key: string;
  part: string;
  clause: string;
  before: string;
  after: string;
  /** Over how many lines the name of the part reaches; none in all but the first. */
  lines: number;
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
        <Answer query={changes}>{(data) => <Changes changes={data} />}</Answer>
      )}
    </Page>
  );
}

function Changes({ changes }: { changes: RulebookChanges }) {
  const { t } = useTranslation('staff-rulebooks');
  const words = useRuleWords();
  const whole = (rule: Rule) => [
    ...words.points(rule),
    ...words.caps(rule),
    ...words.conditions(rule),
    ...words.checks(rule),
  ];
  const clausesOf = (part: string, clauses: ClauseChange[]): Row[] =>
    clauses.map(({ clause, before, after }, index) => ({
      key: part + clause,
      part,
      clause: t(`clause.${clause}`),
      before,
      after,
      lines: index === 0 ? clauses.length : 0,
    }));
  const rows = [
    ...clausesOf(t('general'), changes.book),
    ...changes.rules.flatMap(({ code, before, after, clauses }) => {
      const part = `${code} ${(after ?? before)?.title ?? ''}`;
      if (before && after) return clausesOf(part, clauses);
      const one = { key: code, part, clause: t(before ? 'gone' : 'new'), lines: 1 };
      return [{ ...one, before: before ? whole(before).join('；') : '', after: after ? whole(after).join('；') : '' }];
    }),
  ];
  const columns: TableProps<Row>['columns'] = [
    { title: t('rule'), dataIndex: 'part', width: 200, onCell: ({ lines }) => ({ rowSpan: lines }) },
    { title: t('clause_title'), dataIndex: 'clause', width: 140 },
    {
      title: t('before'),
      dataIndex: 'before',
      render: (text: string) =>
        text && (
          <span className="words">
            <del className="gone">{text}</del>
          </span>
        ),
    },
    {
      title: t('after'),
      dataIndex: 'after',
      render: (text: string) =>
        text && (
          <span className="words">
            <ins className="come">{text}</ins>
          </span>
        ),
    },
  ];
  if (rows.length === 0) return <Nothing words={t('same')} />;
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <Rows<Row> rowKey="key" bordered columns={columns} rows={rows} />
    </Card>
  );
}

const Nothing = ({ words }: { words: string }) => (
  <Card>
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words} />
  </Card>
);
