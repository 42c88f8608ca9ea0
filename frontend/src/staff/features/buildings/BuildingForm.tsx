/** Registers a building, or changes one: its name, grid and block head. */

import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Building } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { usePlaces } from '../../ui/usePlaces';

interface Values {
  estate: string;
  name: string;
  grid_id: string;
  block_head_id?: string;
}

export function BuildingForm({ building }: { building?: Building }) {
  const { t } = useTranslation(['staff-households', 'staff']);
  const { grids } = usePlaces();
  const [open, setOpen] = useState(false);
  const create = $api.useMutation('post', '/api/v1/buildings');
  const change = $api.useMutation('patch', '/api/v1/buildings/{id}');
  const submit = ({ block_head_id, ...rest }: Values) =>
    building
      ? change.mutateAsync({
          params: { path: { id: building.id } },
          body: { ...rest, block_head_id: block_head_id ?? null },
        })
      : create.mutateAsync({ body: rest });
  const show = () => setOpen(true);
  return (
    <>
      {building ? (
        <Button size="small" onClick={show}>
          {t('staff:action.change')}
        </Button>
      ) : (
        <Button type="primary" onClick={show}>
          {t('create_building')}
        </Button>
      )}
      <DialogForm<Values>
        title={building ? t('change_building') : t('create_building')}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('changed')}
        {...(building && {
          initialValues: {
            estate: building.estate,
            name: building.name,
            grid_id: building.grid_id,
            ...(building.block_head_id && { block_head_id: building.block_head_id }),
          },
        })}
      >
        <Form.Item name="estate" label={t('estate')} rules={[{ required: true, message: t('estate_hint') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="name" label={t('building_name')} rules={[{ required: true, message: t('name_hint') }]}>
          <Input maxLength={60} placeholder={t('building_example')} />
        </Form.Item>
        <Form.Item name="grid_id" label={t('grid')} rules={[{ required: true, message: t('grid_hint') }]}>
          <Select options={grids.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        {building && (
          <Form.Item name="block_head_id" label={t('block_head')} extra={t('block_head_use')}>
            <ResidentPicker />
          </Form.Item>
        )}
      </DialogForm>
    </>
  );
}
