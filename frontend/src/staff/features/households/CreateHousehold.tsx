/** Registers a household, and leads to it. */

import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewHousehold } from '@/api';
import { BuildingSelect } from '../../ui/BuildingSelect';
import { DialogForm } from '../../ui/DialogForm';

export function CreateHousehold({ buildingId }: { buildingId: string | undefined }) {
  const { t } = useTranslation('staff-households');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const create = $api.useMutation('post', '/api/v1/households');
  const submit = async (body: NewHousehold) => {
    const made = await create.mutateAsync({ body });
    await navigate({ to: '/households/$id', params: { id: made.id } });
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      <DialogForm<NewHousehold>
        title={t('create')}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('created')}
        {...(buildingId !== undefined && { initialValues: { building_id: buildingId } })}
      >
        <Form.Item name="building_id" label={t('building')} rules={[{ required: true, message: t('building_hint') }]}>
          <BuildingSelect />
        </Form.Item>
        <Form.Item name="door" label={t('door')} rules={[{ required: true, message: t('door_hint') }]}>
          <Input maxLength={60} placeholder={t('door_example')} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
