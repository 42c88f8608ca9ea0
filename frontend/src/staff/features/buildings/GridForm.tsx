/** Sets up a grid, or renames one. */

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Grid, type NewGrid } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

export function GridForm({ grid }: { grid?: Grid }) {
  const { t } = useTranslation('staff-households');
  const [open, setOpen] = useState(false);
  const create = $api.useMutation('post', '/api/v1/grids');
  const change = $api.useMutation('patch', '/api/v1/grids/{id}');
  const submit = (body: NewGrid) =>
    grid ? change.mutateAsync({ params: { path: { id: grid.id } }, body }) : create.mutateAsync({ body });
  return (
    <>
      {grid ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('rename')}
        </Button>
      ) : (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('create_grid')}
        </Button>
      )}
      <DialogForm<NewGrid>
        title={grid ? t('rename') : t('create_grid')}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('changed')}
        {...(grid && { initialValues: { name: grid.name } })}
      >
        <Form.Item name="name" label={t('grid_name')} rules={[{ required: true, message: t('name_hint') }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
      </DialogForm>
    </>
  );
}
