/** Proposing an activity of the own team. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import { useCommand } from '../../ui/useCommand';
import { useMe } from '../shell/useMe';
import { ProposalForm } from './ProposalForm';
import { type Draft, newDraft, proposalOf } from './proposal';

export function NewActivity({ team }: { team: string | undefined }) {
  const { t } = useTranslation('phone-leading');
  const { me } = useMe();
  const navigate = useNavigate();
  const rulebook = $api.useQuery('get', '/api/v1/rulebooks/in-force');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/activities');
  const team_id = team ?? me.team_ids[0];
  const propose = useCommand(async (draft: Draft) => {
    if (team_id === undefined) return;
    const made = await mutateAsync({ body: { team_id, ...proposalOf(draft) } });
    await navigate({ to: '/leading/$id', params: { id: made.id }, replace: true });
  }, t('propose.done'));
  return (
    <Screen title={t('propose.title')} back>
      {team_id === undefined ? (
        <Empty>{t('no_team')}</Empty>
      ) : (
        <Answer query={rulebook}>
          {({ book }) => (
            <ProposalForm
              rules={book.rules}
              initial={newDraft(new Date())}
              submit={t('propose.submit')}
              command={propose}
            />
          )}
        </Answer>
      )}
    </Screen>
  );
}
