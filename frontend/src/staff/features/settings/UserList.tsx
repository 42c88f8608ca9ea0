/** Accounts and their offices. */

import { keepPreviousData } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type ListedUser, type Role, type User } from '@/api';
import { roleValues } from '@/api/schema.gen';
import { listed } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { FilterSelect } from '../../ui/FilterSelect';
import { FindInput } from '../../ui/FindInput';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { ChangeUser } from './ChangeUser';
import { NewUserDialog } from './NewUserDialog';

export interface Search {
  cursor?: string | undefined;
  search?: string | undefined;
  role?: Role | undefined;
}

/** What people of a community can be. */
const roles = roleValues.filter((role) => role !== 'platform_operator');

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
  const change = (next: Search) => onSearch({ ...search, cursor: undefined, ...next });
  const columns: TableProps<ListedUser>['columns'] = [
    { title: t('users.name'), dataIndex: 'name' },
    { title: t('users.phone'), dataIndex: 'phone', className: 'number' },
    {
      title: t('users.roles'),
      render: (_, one) => listed(one.roles.map((role) => t(`roles.${role}`))) || t('users.no_role'),
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
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('users.empty')}
        filters={
          <>
            <FindInput
              label={t('users.find')}
              value={search.search}
              onChange={(words) => change({ search: words })}
              width={220}
            />
            <FilterSelect
              label={t('users.roles')}
              value={search.role}
              options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
              onChange={(role) => change({ role })}
              width={150}
            />
          </>
        }
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
