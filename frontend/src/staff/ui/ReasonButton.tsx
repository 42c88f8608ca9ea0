/** A button for a command that needs a reason in words. */

import { Button, type ButtonProps, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from './DialogForm';

interface Props extends Omit<ButtonProps, 'onClick' | 'children'> {
  children: string;
  run: (reason: string) => Promise<unknown>;
  /** What is said when it is done. */
  done: string;
  /** What becomes of it, for who is about to do it. */
  consequence?: string;
  /** What the words are called; a reason unless said otherwise. */
  label?: string;
  /** Why it cannot be used now. */
  why?: string | undefined;
}

export function ReasonButton({ children, run, done, consequence, label, why, ...rest }: Props) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  const words = label ?? t('field.reason');
  return (
    <>
      <Button {...rest} disabled={why !== undefined} title={why} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <DialogForm<{ reason: string }>
        title={children}
        open={open}
        onClose={() => setOpen(false)}
        submit={({ reason }) => run(reason)}
        done={done}
        okText={children}
        danger={rest.danger === true}
      >
        {consequence !== undefined && <p>{consequence}</p>}
        <Form.Item
          name="reason"
          label={words}
          rules={[{ required: true, min: 2, max: 200, message: t('field.reason_hint') }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
        </Form.Item>
      </DialogForm>
    </>
  );
}
