/** Founds a team: an agency, a core team below it, or one derived from a core team. */

import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewTeam, type TeamKind } from '@/api';
import { teamKindValues } from '@/api/schema.gen';
import { DayPicker } from '../../ui/DayPicker';
import { DialogForm } from '../../ui/DialogForm';

/** Below which kind of team a kind stands. */
const above: Partial<Record<TeamKind, TeamKind>> = { core: 'agency', derived: 'core' };

export function CreateTeam() {
  const { t } = useTranslation('staff-teams');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<TeamKind>('derived');
  const teams = $api.useQuery('get', '/api/v1/teams');
  const create = $api.useMutation('post', '/api/v1/teams');
  const parents = (teams.data?.items ?? []).filter((team) => team.kind === above[kind] && team.state === 'active');
  const submit = async (body: NewTeam) => {
    const made = await create.mutateAsync({ body });
    await navigate({ to: '/teams/$id', params: { id: made.id } });
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      <DialogForm<NewTeam>
        title={t('create')}
        open={open}
        onClose={() => {
          setOpen(false);
          setKind('derived');
        }}
        submit={submit}
        done={t('created')}
        initialValues={{ kind: 'derived', purpose: '' }}
        onValuesChange={(_, values) => setKind(values.kind)}
      >
        <Form.Item name="kind" label={t('kind')}>
          <Radio.Group options={teamKindValues.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
        </Form.Item>
        {kind !== 'agency' && (
          <Form.Item name="parent_id" label={t('parent')} rules={[{ required: true, message: t('parent_hint') }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={parents.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('name_hint') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="purpose" label={t('purpose')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="founded_on" label={t('founded_on')} extra={t('founded_hint')}>
          <DayPicker />
        </Form.Item>
      </DialogForm>
    </>
  );
}
