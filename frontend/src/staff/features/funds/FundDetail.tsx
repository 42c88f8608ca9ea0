/** One fund: what was given, what it gave, and both for the desk to do. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Progress, Statistic, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Fund, type Transfer } from '@/api';
import { moment, whole } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { Status } from '../../ui/Status';
import { FundDialog } from './FundDialog';
import { fundTones } from './FundList';
import { GiftDialog } from './GiftDialog';
import { GrantDialog } from './GrantDialog';

interface Props {
  id: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function FundDetail({ id, cursor, onPage }: Props) {
  const query = $api.useQuery('get', '/api/v1/funds/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(fund) => (
        <Page title={fund.name} actions={<Actions fund={fund} />}>
          <Figures fund={fund} />
          <Moves id={id} cursor={cursor} onPage={onPage} />
        </Page>
      )}
    </Answer>
  );
}

function Actions({ fund }: { fund: Fund }) {
  const { t } = useTranslation('staff-funds');
  const change = $api.useMutation('patch', '/api/v1/funds/{id}');
  const params = { path: { id: fund.id } };
  const next = fund.state === 'open' ? 'closed' : 'open';
  return (
    <>
      <Status tone={fundTones[fund.state]}>{t(`states.${fund.state}`)}</Status>
      <CommandButton
        run={() => change.mutateAsync({ params, body: { state: next } })}
        done={t('done.changed')}
        {...(next === 'closed' && { ask: t('ask.close') })}
      >
        {t(`turn.${next}`)}
      </CommandButton>
      <FundDialog
        title={t('change')}
        done={t('done.changed')}
        fund={fund}
        submit={({ name, purpose, goal_points }) =>
          change.mutateAsync({ params, body: { name, purpose, goal_points: goal_points ?? null } })
        }
      />
      <GiftDialog fund={fund} />
      <GrantDialog fund={fund} />
    </>
  );
}

function Figures({ fund }: { fund: Fund }) {
  const { t } = useTranslation('staff-funds');
  const { goal_points: goal, given_points: given } = fund;
  return (
    <Card>
      <p style={{ marginTop: 0 }}>{fund.purpose}</p>
      <div className="filters" style={{ gap: 48 }}>
        <Statistic title={t('given')} value={whole(given)} suffix={t('by_givers', { count: fund.givers })} />
        <Statistic title={t('granted')} value={whole(fund.granted_points)} />
        <Statistic title={t('left')} value={whole(fund.left_points)} />
        {goal ? (
          <div style={{ flex: 1, minWidth: 200 }}>
            {t('towards', { goal: whole(goal) })}
            <Progress
              percent={Math.min(100, Math.floor((given / goal) * 100))}
              aria-label={t('towards', { goal: whole(goal) })}
            />
          </div>
        ) : null}
      </div>
    </Card>
  );
}

function Moves({ id, cursor, onPage }: Props) {
  const { t } = useTranslation('staff-funds');
  const explained = useExplanation();
  const query = $api.useQuery(
    'get',
    '/api/v1/transfers',
    { params: { query: { cause_id: id, cursor, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const who = ({ debit, credit }: Transfer) => {
    const side = debit.account === 'wallet' ? debit : credit;
    return side.account === 'wallet' ? <ResidentLink id={side.resident_id} /> : '–';
  };
  const columns: TableProps<Transfer>['columns'] = [
    {
      title: t('moved_at'),
      className: 'number',
      render: (_, one) => (
        <Link to="/transfers/$id" params={{ id: one.id }}>
          {moment(one.posted_at)}
        </Link>
      ),
    },
    { title: t('resident'), render: (_, one) => who(one) },
    {
      title: t('kind'),
      render: (_, { debit }) => t(debit.account === 'wallet' ? 'gift' : 'grant'),
    },
    { title: t('points'), dataIndex: 'amount', render: whole, align: 'right', className: 'number' },
    { title: t('text'), render: (_, one) => explained.transfer(one) },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('moves_empty')} />;
}
