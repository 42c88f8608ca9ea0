/** Changing a proposal that waits for its review, or mending one that came back. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useCommand } from '../../ui/useCommand';
import { ProposalForm } from './ProposalForm';
import { type Draft, draftOf, proposalOf } from './proposal';
import { ReturnReason } from './ReturnReason';

export function MendActivity({ id }: { id: string }) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('propose.change')} back>
      <Answer query={query}>{(activity) => <Form activity={activity} />}</Answer>
    </Screen>
  );
}

function Form({ activity }: { activity: Activity }) {
  const { t } = useTranslation('phone-leading');
  const navigate = useNavigate();
  const rulebook = $api.useQuery('get', '/api/v1/rulebooks/in-force');
  const { mutateAsync } = $api.useMutation('patch', '/api/v1/activities/{id}');
  const change = useCommand(async (draft: Draft) => {
    await mutateAsync({ params: { path: { id: activity.id } }, body: proposalOf(draft) });
    await navigate({ to: '/leading/$id', params: { id: activity.id }, replace: true });
  }, t('propose.done'));
  return (
    <>
      <ReturnReason activity={activity} />
      <Answer query={rulebook}>
        {({ book }) => (
          <ProposalForm
            rules={book.rules}
            initial={draftOf(activity)}
            submit={t('propose.submit_again')}
            command={change}
          />
        )}
      </Answer>
    </>
  );
}
