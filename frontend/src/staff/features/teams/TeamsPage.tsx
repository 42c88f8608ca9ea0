/** The teams of the community as a tree: 1 agency, its core teams, and those derived from them. */

import { Link } from '@tanstack/react-router';
import { Card, Checkbox, Col, Row, Statistic, type TableProps, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { teamKindValues } from '@/api/schema.gen';
import { civilDay, listed, spanned, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Page } from '../../ui/Page';
import { Rows } from '../../ui/Rows';
import { Status } from '../../ui/Status';
import { CreateTeam } from './CreateTeam';
import { type Node, treeOf } from './tree';

interface Search {
  dissolved?: boolean | undefined;
  /** Only teams that were active between these days, whatever they are now. */
  from?: string | undefined;
  until?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function TeamsPage({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-teams');
  const { dissolved = false, from, until } = search;
  const ofDays = (from ?? until) !== undefined;
  const query = $api.useQuery('get', '/api/v1/teams', { params: { query: { from, until } } });
  const columns: TableProps<Node>['columns'] = [
    {
      title: t('name'),
      width: 260,
      render: (_, { id, name }) => (
        <Link to="/teams/$id" params={{ id }}>
          {name}
        </Link>
      ),
    },
    { title: t('kind'), width: 110, render: (_, { kind }) => t(`kinds.${kind}`) },
    { title: t('leaders'), width: 160, render: (_, { leaders }) => listed(leaders) || t('none') },
    { title: t('members'), dataIndex: 'members', align: 'right', className: 'number', width: 90, render: whole },
    { title: t('founded_on'), dataIndex: 'founded_on', className: 'number', width: 130, render: civilDay },
    {
      title: t('state'),
      width: 100,
      render: (_, { state }) => (
        <Status tone={state === 'active' ? 'good' : 'ended'}>{t(`team_states.${state}`)}</Status>
      ),
    },
  ];
  return (
    <Page title={t('title')} actions={<CreateTeam />}>
      <Answer query={query}>
        {({ items }) => {
          const shown = items.filter(({ state }) => dissolved || ofDays || state === 'active');
          return (
            <>
              <Card>
                <Row gutter={[24, 16]}>
                  {teamKindValues.map((kind) => (
                    <Col xs={8} md={6} key={kind}>
                      <Statistic title={t(`kinds.${kind}`)} value={shown.filter((team) => team.kind === kind).length} />
                    </Col>
                  ))}
                  <Col xs={8} md={6}>
                    <Statistic title={t('places')} value={shown.reduce((sum, { members }) => sum + members, 0)} />
                  </Col>
                </Row>
              </Card>
              <Card styles={{ body: { padding: 0 } }}>
                <div className="list-filters">
                  {ofDays ? (
                    <Tag closable onClose={() => onSearch({})}>
                      {t('active_in', { days: spanned(from, until) })}
                    </Tag>
                  ) : (
                    <Checkbox
                      checked={dissolved}
                      onChange={({ target }) => onSearch(target.checked ? { dissolved: true } : {})}
                    >
                      {t('show_dissolved')}
                    </Checkbox>
                  )}
                </div>
                <Rows<Node>
                  rowKey="id"
                  columns={columns}
                  // Of some days, those above them may be missing.
                  rows={ofDays ? shown : treeOf(shown)}
                  expandable={{ defaultExpandAllRows: true, indentSize: 28 }}
                  empty={t(ofDays ? 'empty_days' : 'empty')}
                />
              </Card>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
