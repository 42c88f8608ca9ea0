/** A button of the counter: on a day on which the counter is closed it asks for a reason, and goes on with that. */

import { Alert, Button, type ButtonProps, Form, Input } from 'antd';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@/api';
import { DialogForm } from './DialogForm';
import { useTold } from './useTold';

interface Props extends Omit<ButtonProps, 'onClick' | 'children'> {
  children: string;
  /** Carries out the command; with a reason once the server has asked for one. */
  run: (reason?: string) => Promise<unknown>;
  done: string;
  why?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

export function OverrideButton({ children, run, done, why, ...rest }: Props) {
  const { t } = useTranslation('staff');
  const told = useTold();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const carryOut = async () => {
    setBusy(true);
    try {
      await run();
      told.done(done);
    } catch (error) {
      if (problemOf(error)?.kind === 'counter-closed') setRefusal(told.sentence(error));
      else told.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button {...rest} loading={busy} disabled={why !== undefined} title={why} onClick={carryOut}>
        {children}
      </Button>
      <DialogForm<{ override_reason: string }>
        title={children}
        open={refusal !== undefined}
        onClose={() => setRefusal(undefined)}
        submit={({ override_reason }) => run(override_reason)}
        done={done}
        okText={children}
      >
        <Alert type="warning" showIcon title={refusal} style={{ marginBottom: 16 }} />
        <Form.Item
          name="override_reason"
          label={t('field.override_reason')}
          rules={[{ required: true, min: 2, max: 200, message: t('field.reason_hint') }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
        </Form.Item>
      </DialogForm>
    </>
  );
}
