/** Drafts a version: a copy of what was published last, in force already or not; in a new community one with a rule to begin with. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { useMe } from '../shell/useMe';

export function DraftButton() {
  const { t } = useTranslation('staff-rulebooks');
  const { me } = useMe();
  const navigate = useNavigate();
  const versions = $api.useQuery('get', '/api/v1/rulebooks', { params: { query: { limit: 200 } } });
  const create = $api.useMutation('post', '/api/v1/rulebooks');
  const base = versions.data?.items.findLast(({ in_force_from }) => in_force_from);
  const first = () => ({
    title: t('first.title', { community: me.community_name }),
    // A book has one rule at least: this one is changed, and others added.
    book: {
      rules: [{ code: 'VOLUNTEER', title: t('first.rule'), basis: 'hour' as const, points: 1, caps: [], check: '' }],
      caps: [],
    },
  });
  return (
    <CommandButton
      type="primary"
      why={versions.data === undefined ? t('draft_why') : undefined}
      ask={base === undefined ? t('first.ask') : t('draft_ask')}
      done={t('done.drafted')}
      run={async () => {
        const body = base === undefined ? first() : { title: base.title, book: base.book };
        const { id } = await create.mutateAsync({ body });
        await navigate({ to: '/rulebooks/$id/edit', params: { id } });
      }}
    >
      {t('action.draft')}
    </CommandButton>
  );
}
