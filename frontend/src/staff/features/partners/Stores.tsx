/** The stores of a partner; each opens to its cashiers. */

import { Button, Card, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Store } from '@/api';
import { Answer } from '../../ui/Answer';
import { Assignees } from '../../ui/Assignees';
import { HoursShown } from '../../ui/HoursShown';
import { Rows } from '../../ui/Rows';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { StoreForm } from './StoreForm';

export function Stores({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation('staff-partners');
  const { isDesk } = useMe();
  const [form, setForm] = useState<Store | 'new'>();
  const query = $api.useQuery('get', '/api/v1/stores', { params: { query: { partner_id: partnerId, limit: 200 } } });
  const create = $api.useMutation('post', '/api/v1/partners/{id}/stores');
  const change = $api.useMutation('patch', '/api/v1/stores/{id}');
  const columns: TableProps<Store>['columns'] = [
    { title: t('store.name'), dataIndex: 'name' },
    { title: t('store.address'), dataIndex: 'address' },
    { title: t('store.hours'), render: (_, one) => <HoursShown hours={one.hours} none={t('store.hours_none')} /> },
    {
      title: t('state'),
      render: (_, { state }) => (
        <Status tone={state === 'open' ? 'good' : 'ended'}>{t(`store.states.${state}`)}</Status>
      ),
    },
  ];
  if (isDesk) {
    columns.push({
      key: 'actions',
      title: t('action'),
      width: 100,
      render: (_, one) => (
        <Button type="link" style={{ paddingInline: 0 }} onClick={() => setForm(one)}>
          {t('change')}
        </Button>
      ),
    });
  }
  return (
    <Card
      title={t('stores')}
      extra={isDesk && <Button onClick={() => setForm('new')}>{t('store.add')}</Button>}
      styles={{ body: { padding: 0 } }}
    >
      <Answer query={query}>
        {({ items }) => (
          <Rows<Store>
            rowKey="id"
            columns={columns}
            rows={items}
            {...(isDesk && {
              expandable: {
                columnTitle: t('cashiers'),
                columnWidth: 72,
                expandedRowRender: ({ id }) => <Cashiers storeId={id} />,
              },
            })}
            empty={t('store.none')}
          />
        )}
      </Answer>
      {form && (
        <StoreForm
          {...(form !== 'new' && { store: form })}
          onClose={() => setForm(undefined)}
          submit={(body) =>
            form === 'new'
              ? create.mutateAsync({ params: { path: { id: partnerId } }, body })
              : change.mutateAsync({ params: { path: { id: form.id } }, body })
          }
        />
      )}
    </Card>
  );
}

function Cashiers({ storeId: id }: { storeId: string }) {
  const { t } = useTranslation('staff-partners');
  const query = $api.useQuery('get', '/api/v1/stores/{id}/cashiers', {
    params: { path: { id }, query: { limit: 200 } },
  });
  const add = $api.useMutation('post', '/api/v1/stores/{id}/cashiers');
  const remove = $api.useMutation('delete', '/api/v1/stores/{id}/cashiers/{user_id}');
  return (
    <Assignees
      title={t('cashiers')}
      query={query}
      add={(phone) => add.mutateAsync({ params: { path: { id } }, body: { phone } })}
      remove={(user_id) => remove.mutateAsync({ params: { path: { id, user_id } } })}
    />
  );
}
