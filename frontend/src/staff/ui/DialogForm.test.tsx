/** The form over a page: what it sends, and what it forgets once it is closed. */

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Button, Form, Input } from 'antd';
import { StrictMode, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { showAtDesk } from '../testing/showAtDesk';
import { DialogForm } from './DialogForm';

interface Values {
  title: string;
  note?: string;
  lines: { name: string; quantity: string }[];
}

const NAMES = ['甲', '乙', '丙'];

function Opener({ submit }: { submit: (values: Values) => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  const initial = { title: '采购', lines: NAMES.map((name) => ({ name, quantity: '1' })) };
  return (
    <>
      <Button onClick={() => setOpen(true)}>打开</Button>
      <DialogForm<Values>
        title="清单"
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done="已保存"
        okText="保存"
        initialValues={initial}
      >
        <Form.Item name="title" label="标题">
          <Input />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldValue }) =>
            getFieldValue('title') === '其他' && (
              <Form.Item name="note" label="备注">
                <Input />
              </Form.Item>
            )
          }
        </Form.Item>
        <Form.List name="lines">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key}>
                  <Form.Item name={[name, 'name']} label={`名称${name + 1}`}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[name, 'quantity']} label={`数量${name + 1}`}>
                    <Input />
                  </Form.Item>
                  <Button onClick={() => remove(name)}>{`去掉${name + 1}`}</Button>
                </div>
              ))}
              <Button onClick={() => add({ name: '丁', quantity: '1' })}>添加</Button>
            </>
          )}
        </Form.List>
      </DialogForm>
    </>
  );
}

/** As the desk shows it: strictly, each part is put on screen twice. */
const show = (submit: (values: Values) => Promise<unknown>) =>
  showAtDesk(
    <StrictMode>
      <Opener submit={submit} />
    </StrictMode>,
  );

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const retype = async (label: string, text: string) => {
  const field = await screen.findByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
};

it('sends every line of a list that is left when one of them is taken out', async () => {
  const submit = vi.fn(async (_: Values) => undefined);
  await show(submit);
  await press('打开');
  await retype('数量3', '7');
  await press('去掉1');
  await press('保存');
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.calls[0]?.[0].lines).toEqual([
    { name: '乙', quantity: '1' },
    { name: '丙', quantity: '7' },
  ]);
});

it('sends the line that is left when the two before it are taken out', async () => {
  const submit = vi.fn(async (_: Values) => undefined);
  await show(submit);
  await press('打开');
  await press('去掉1');
  await press('去掉1');
  await press('保存');
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.calls[0]?.[0].lines).toEqual([{ name: '丙', quantity: '1' }]);
});

it('sends a line that was added after another was taken out', async () => {
  const submit = vi.fn(async (_: Values) => undefined);
  await show(submit);
  await press('打开');
  await press('去掉1');
  await press('添加');
  await press('去掉2');
  await press('保存');
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.calls[0]?.[0].lines).toEqual([
    { name: '乙', quantity: '1' },
    { name: '丁', quantity: '1' },
  ]);
});

it('sends nothing of a field that is on screen no longer', async () => {
  const submit = vi.fn(async (_: Values) => undefined);
  await show(submit);
  await press('打开');
  await retype('标题', '其他');
  await userEvent.type(await screen.findByLabelText('备注'), '急');
  await retype('标题', '食品');
  await press('保存');
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.calls[0]?.[0]).not.toHaveProperty('note');
});

it('begins anew each time it is opened', async () => {
  await show(async () => undefined);
  await press('打开');
  await retype('标题', '作废的标题');
  await press('去掉1');
  await press('取消');
  await press('打开');
  expect(await screen.findByLabelText('标题')).toHaveValue('采购');
  expect(screen.getByLabelText('名称1')).toHaveValue('甲');
});
