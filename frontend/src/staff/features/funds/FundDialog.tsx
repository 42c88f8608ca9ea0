/** The form of a fund, for a new one and for a change. */

import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund, NewFund } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

interface Props {
  type?: 'primary';
  title: string;
  done: string;
  fund?: Fund;
  submit: (fund: NewFund) => Promise<unknown>;
}

export function FundDialog({ type, title, done, fund, submit }: Props) {
  const { t } = useTranslation('staff-funds');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...(type && { type })} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <DialogForm<NewFund>
        title={title}
        open={open}
        onClose={() => setOpen(false)}
        done={done}
        submit={(values) =>
          submit({ ...values, purpose: values.purpose ?? '', goal_points: values.goal_points ?? null })
        }
        {...(fund && { initialValues: fund })}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('required') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="purpose" label={t('purpose')} extra={t('purpose_hint')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="goal_points" label={t('goal')} extra={t('goal_hint')}>
          <InputNumber min={1} precision={0} style={{ width: 200 }} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
