/** A form over the page that carries out one command; what the server finds wrong stands at its field. */

import { Alert, Form, type FormProps, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@/api';
import { useFocusBack } from './useFocusBack';
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

/** Each opening has a form of its own: what was typed into the one before is gone. */
export function DialogForm<T extends object>(props: Props<T>) {
  const { open } = props;
  const [opening, setOpening] = useState({ open, count: 0 });
  if (open !== opening.open) setOpening({ open, count: opening.count + (open ? 1 : 0) });
  return <Opened<T> key={opening.count} {...props} />;
}

function Opened<T extends object>(props: Props<T>) {
  const { title, open, onClose, submit, done, okText, danger, width, initialValues, onValuesChange, children } = props;
  const { t } = useTranslation('staff');
  const [form] = Form.useForm<T>();
  const told = useTold();
  useFocusBack();
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
    >
      {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
      <Form<T>
        form={form}
        layout="vertical"
        onFinish={finish}
        {...(initialValues && { initialValues })}
        {...(onValuesChange && { onValuesChange })}
      >
        {children}
      </Form>
    </Modal>
  );
}

type Name = (string | number)[];
type AnyForm = {
  setFields: (fields: { name: never; errors: string[] }[]) => void;
  /** All fields that are on screen. */
  getFieldsError: () => { name: Name }[];
};

/** Puts the server's complaints at the fields that the form has, those of parts at what holds them; whether all found one. */
export function showAtFields(form: AnyForm, error: unknown): boolean {
  const errors = problemOf(error)?.errors ?? [];
  const names = form.getFieldsError().map(({ name }) => name);
  const found = new Map<Name, string[]>();
  let missed = 0;
  for (const { field, detail } of errors) {
    const name = nearest(names, pathOf(field));
    if (name === undefined) missed += 1;
    else found.set(name, [...(found.get(name) ?? []), detail]);
  }
  form.setFields([...found].map(([name, details]) => ({ name: name as never, errors: details })));
  return errors.length > 0 && missed === 0;
}

const nearest = (names: Name[], path: Name): Name | undefined =>
  names
    .filter((name) => name.every((part, index) => part === path[index]))
    .sort((a, b) => b.length - a.length)
    .at(0);

/** `lines[0].quantity` as antd names it: `['lines', 0, 'quantity']`. */
const pathOf = (field: string) =>
  field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
