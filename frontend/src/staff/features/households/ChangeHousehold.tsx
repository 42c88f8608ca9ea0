/** Changes door, building or representative of a household. */

import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Household } from '@/api';
import { BuildingSelect } from '../../ui/BuildingSelect';
import { DialogForm } from '../../ui/DialogForm';

interface Values {
  building_id: string;
  door: string;
  representative_id?: string | undefined;
}

export function ChangeHousehold({ household }: { household: Household }) {
  const { t } = useTranslation(['staff-households', 'staff']);
  const [open, setOpen] = useState(false);
  const [moves, setMoves] = useState(false);
  const change = $api.useMutation('patch', '/api/v1/households/{id}');
  const members = $api.useQuery(
    'get',
    '/api/v1/residents',
    { params: { query: { household_id: household.id, state: 'active', limit: 200 } } },
    { enabled: open },
  );
  const { id, building_id, door, representative_id } = household;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('staff:action.change')}</Button>
      <DialogForm<Values>
        title={t('change')}
        open={open}
        onClose={() => {
          setOpen(false);
          setMoves(false);
        }}
        submit={(values) =>
          change.mutateAsync({
            params: { path: { id } },
            body: { ...values, representative_id: values.representative_id ?? null },
          })
        }
        done={t('changed')}
        initialValues={{ building_id, door, ...(representative_id && { representative_id }) }}
        onValuesChange={(_, values) => setMoves(values.building_id !== building_id)}
      >
        <Form.Item name="building_id" label={t('building')} rules={[{ required: true, message: t('building_hint') }]}>
          <BuildingSelect />
        </Form.Item>
        <Form.Item name="door" label={t('door')} rules={[{ required: true, message: t('door_hint') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="representative_id" label={t('representative')} extra={t('representative_use')}>
          <Select
            allowClear
            loading={members.isFetching}
            placeholder={t('none')}
            options={(members.data?.items ?? []).map(({ id: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
        {moves && <Alert type="warning" showIcon title={t('move_follows')} />}
      </DialogForm>
    </>
  );
}
