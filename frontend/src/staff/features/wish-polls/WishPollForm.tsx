/** A wish poll: its title, its time, how many may be chosen, and of what. */

import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewWishPoll, WishPoll } from '@/api';
import { ageGroupValues } from '@/api/schema.gen';
import { DialogForm } from '../../ui/DialogForm';
import { MomentPicker } from '../../ui/MomentPicker';

interface Props {
  title: string;
  onClose: () => void;
  submit: (body: NewWishPoll) => Promise<unknown>;
  done: string;
  /** As it stands, when it changes. */
  poll?: WishPoll;
}

const NEW = { choices: 2, candidates: [{ age_group: 'all' }, { age_group: 'all' }] } as const;

export function WishPollForm({ title, onClose, submit, done, poll }: Props) {
  const { t } = useTranslation('staff-wish-polls');
  const { t: shared } = useTranslation('staff');
  const required = { required: true, message: shared('field.needed') };
  const groups = ageGroupValues.map((value) => ({ value, label: shared(`age_groups.${value}`) }));
  return (
    <DialogForm<NewWishPoll>
      title={title}
      open
      onClose={onClose}
      submit={submit}
      done={done}
      width={640}
      initialValues={
        poll ? { ...poll, candidates: poll.candidates.map(({ name, age_group }) => ({ name, age_group })) } : NEW
      }
    >
      <Form.Item name="title" label={t('poll_title')} rules={[required]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="opens_at" label={t('opens_at')} rules={[required]}>
        <MomentPicker />
      </Form.Item>
      <Form.Item name="closes_at" label={t('closes_at')} rules={[required]}>
        <MomentPicker />
      </Form.Item>
      <Form.Item name="choices" label={t('choices')} rules={[required]}>
        <InputNumber min={1} max={5} precision={0} />
      </Form.Item>
      <Form.Item label={t('candidates')} required>
        <Form.List name="candidates">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }, index) => (
                <div key={key} className="filters" style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
                  <Form.Item name={[name, 'name']} rules={[required]} style={{ flex: 1, marginBottom: 8 }}>
                    <Input maxLength={40} aria-label={t('candidate_n', { number: index + 1 })} />
                  </Form.Item>
                  <Form.Item name={[name, 'age_group']} style={{ width: 120, marginBottom: 8 }}>
                    <Select options={groups} aria-label={t('age_group_n', { number: index + 1 })} />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('remove_n', { number: index + 1 })}
                    disabled={fields.length <= 2}
                    title={fields.length <= 2 ? t('two_at_least') : undefined}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Button type="dashed" block disabled={fields.length >= 30} onClick={() => add({ age_group: 'all' })}>
                {t('add_line')}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
    </DialogForm>
  );
}
