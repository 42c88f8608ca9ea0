/** A form over the page that carries out one command; what the server finds wrong stands at its field. */

import { Alert, Form, type FormProps, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@/api';
import { useTold } from './useTold';

interface Props<T> {
  title: string;
  open: boolean;
  onClose: () => void;
  /** Carries out the command; what it throws is shown. */
  submit: (values: T) => Promise<unknown>;
  /** What is said when it is done. */
  done: string;
  okText?: string;
  danger?: boolean;
  width?: number;
  initialValues?: FormProps<T>['initialValues'];
  onValuesChange?: FormProps<T>['onValuesChange'];
  children: ReactNode;
}

export function DialogForm<T extends object>(props: Props<T>) {
  const { title, open, onClose, submit, done, okText, danger, width, initialValues, onValuesChange, children } = props;
  const { t } = useTranslation('staff');
  const [form] = Form.useForm<T>();
  const told = useTold();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const finish = async (values: T) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await submit(values);
      told.done(done);
      onClose();
    } catch (error) {
      const atFields = showAtFields(form, error);
      setRefusal(atFields ? t('state.look_at_fields') : told.sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={okText ?? t('action.save')}
      okButtonProps={{ loading: busy, ...(danger && { danger }) }}
      {...(width && { width })}
      mask={{ closable: false }}
      destroyOnHidden
      afterClose={() => setRefusal(undefined)}
    >
      {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
      <Form<T>
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={finish}
        {...(initialValues && { initialValues })}
        {...(onValuesChange && { onValuesChange })}
      >
        {children}
      </Form>
    </Modal>
  );
}

type AnyForm = { setFields: (fields: { name: never; errors: string[] }[]) => void; getFieldsValue: () => object };

/** Puts the server's complaints at the fields that the form has; whether all found one. */
export function showAtFields(form: AnyForm, error: unknown): boolean {
  const errors = problemOf(error)?.errors ?? [];
  const known = errors.filter(({ field }) => (field.split(/[.[]/)[0] ?? '') in form.getFieldsValue());
  form.setFields(known.map(({ field, detail }) => ({ name: pathOf(field) as never, errors: [detail] })));
  return errors.length > 0 && known.length === errors.length;
}

/** `lines[0].quantity` as antd names it: `['lines', 0, 'quantity']`. */
const pathOf = (field: string) =>
  field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
