/** Accounts and their offices. */

import { keepPreviousData } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type User } from '@/api';
import { listed } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { ChangeUser } from './ChangeUser';
import { NewUserDialog } from './NewUserDialog';

interface Search {
  cursor?: string | undefined;
}

export function UserList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-settings');
  const { isAdministrator } = useMe();
  const [changing, setChanging] = useState<User>();
  const query = $api.useQuery(
    'get',
    '/api/v1/users',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<User>['columns'] = [
    { title: t('users.name'), dataIndex: 'name' },
    { title: t('users.phone'), dataIndex: 'phone', className: 'number' },
    {
      title: t('users.offices'),
      render: (_, { offices }) => listed(offices.map((role) => t(`roles.${role}`))) || t('users.no_office'),
    },
    {
      title: t('users.resident'),
      render: (_, one) => (one.resident_id ? <ResidentLink id={one.resident_id} name={one.name} /> : '–'),
    },
    {
      title: t('users.state'),
      render: (_, one) => (
        <Status tone={one.disabled_at ? 'ended' : 'good'}>
          {t(one.disabled_at ? 'users.disabled' : 'users.enabled')}
        </Status>
      ),
    },
    {
      key: 'actions',
      title: t('users.action'),
      render: (_, one) => (
        <div className="filters">
          <Button size="small" onClick={() => setChanging(one)}>
            {t('users.change')}
          </Button>
          <Disable user={one} />
        </div>
      ),
    },
  ];
  return (
    <Page title={t('users.title')} actions={isAdministrator && <NewUserDialog />}>
      <Paged
        query={query}
        columns={columns}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ cursor })}
        empty={t('users.empty')}
      />
      {changing && <ChangeUser user={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

function Disable({ user }: { user: User }) {
  const { t } = useTranslation('staff-settings');
  const change = $api.useMutation('patch', '/api/v1/users/{id}');
  const turn = (disabled: boolean) => change.mutateAsync({ params: { path: { id: user.id } }, body: { disabled } });
  if (user.disabled_at) {
    return (
      <CommandButton size="small" run={() => turn(false)} done={t('users.done.enabled')}>
        {t('users.enable')}
      </CommandButton>
    );
  }
  return (
    <CommandButton
      size="small"
      danger
      run={() => turn(true)}
      ask={t('users.ask.disable')}
      done={t('users.done.disabled')}
    >
      {t('users.disable')}
    </CommandButton>
  );
}
