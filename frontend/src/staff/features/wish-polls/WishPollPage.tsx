/** A wish poll: its candidates, what residents suggest, and what came of it. */

import { Button, Card, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type AgeGroup, type WishCandidate, type WishPoll } from '@/api';
import { moment, until, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { Rows } from '../../ui/Rows';
import { useMe } from '../shell/useMe';
import { CandidateForm } from './CandidateForm';
import { PollStatus } from './PollStatus';
import { Result } from './Result';
import { Suggestions } from './Suggestions';
import { VoteButton } from './VoteButton';
import { WishPollForm } from './WishPollForm';

export function WishPollPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-wish-polls');
  const { isDesk } = useMe();
  const query = $api.useQuery('get', '/api/v1/wish-polls/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(poll) => (
        <Page title={poll.title} actions={isDesk && poll.state !== 'closed' && <Actions poll={poll} />}>
          <Facts
            facts={[
              [t('state'), <PollStatus key="state" state={poll.state} />],
              [t('ballots'), whole(poll.ballots)],
              [t('choices'), poll.choices],
              [t('opens_at'), moment(poll.opens_at)],
              [t('closes_at'), until(poll.closes_at)],
              [t('closed_at'), poll.closed_at && moment(poll.closed_at)],
            ]}
          />
          {poll.state === 'closed' ? <Result id={id} /> : <Candidates poll={poll} />}
          {isDesk && <Suggestions id={id} open={poll.state !== 'closed'} />}
        </Page>
      )}
    </Answer>
  );
}

function Candidates({ poll }: { poll: WishPoll }) {
  const { t } = useTranslation('staff-wish-polls');
  const { t: shared } = useTranslation('staff');
  const columns: TableProps<WishCandidate>['columns'] = [
    { title: t('candidate'), dataIndex: 'name' },
    { title: t('age_group'), dataIndex: 'age_group', render: (group: AgeGroup) => shared(`age_groups.${group}`) },
  ];
  return (
    <Card title={t('candidates')} extra={t('result_later')} styles={{ body: { padding: 0 } }}>
      <Rows rowKey="id" columns={columns} rows={poll.candidates} />
    </Card>
  );
}

function Actions({ poll }: { poll: WishPoll }) {
  const { t } = useTranslation('staff-wish-polls');
  const [dialog, setDialog] = useState<'change' | 'candidate'>();
  const params = { path: { id: poll.id } };
  const close = $api.useMutation('post', '/api/v1/wish-polls/{id}/close');
  const change = $api.useMutation('patch', '/api/v1/wish-polls/{id}');
  const voted = poll.ballots > 0 ? t('voted') : undefined;
  return (
    <>
      <CommandButton run={() => close.mutateAsync({ params })} done={t('closed')} ask={t('close_ask')}>
        {t('close')}
      </CommandButton>
      <Button disabled={voted !== undefined} title={voted} onClick={() => setDialog('change')}>
        {t('change')}
      </Button>
      <VoteButton poll={poll} />
      <Button type="primary" onClick={() => setDialog('candidate')}>
        {t('add_candidate')}
      </Button>
      {dialog === 'change' && (
        <WishPollForm
          title={t('change')}
          onClose={() => setDialog(undefined)}
          poll={poll}
          submit={(body) => change.mutateAsync({ params, body })}
          done={t('changed')}
        />
      )}
      <CandidateForm id={poll.id} open={dialog === 'candidate'} onClose={() => setDialog(undefined)} />
    </>
  );
}
