/** Reporting a good deed of one's own. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type ReportedDeed } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useCommand } from '../../ui/useCommand';
import { DeedForm } from './DeedForm';
import { newDraft } from './deed';

export function NewClaim() {
  const { t } = useTranslation('phone-claims');
  const navigate = useNavigate();
  const rulebook = $api.useQuery('get', '/api/v1/rulebooks/in-force');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/claims');
  const claim = useCommand(async (deed: ReportedDeed) => {
    const made = await mutateAsync({ body: { deed } });
    await navigate({ to: '/claims/$id', params: { id: made.id }, replace: true });
  }, t('done'));
  return (
    <Screen title={t('new')} back>
      <Answer query={rulebook}>
        {({ book }) => <DeedForm rules={book.rules} initial={newDraft()} submit={t('submit')} command={claim} />}
      </Answer>
    </Screen>
  );
}
