/** The shifts of an activity: one or several; the next begins where the last one ended. */

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewShift } from '@/api';
import { MomentPicker } from '../../ui/MomentPicker';
import './shifts.css';

/** What a shift lasts unless another end is chosen: two hours, in milliseconds. */
const USUAL_LENGTH = 2 * 3_600_000;

export function ShiftFields() {
  const { t } = useTranslation('staff-activities');
  const form = Form.useFormInstance();
  const next = (): Partial<NewShift> => {
    const shifts: Partial<NewShift>[] = form.getFieldValue('shifts') ?? [];
    const last = shifts.at(-1);
    if (!last?.starts_at || !last.ends_at) return { capacity: last?.capacity ?? 10 };
    const length = Date.parse(last.ends_at) - Date.parse(last.starts_at);
    return {
      starts_at: last.ends_at,
      ends_at: new Date(Date.parse(last.ends_at) + length).toISOString(),
      capacity: last.capacity ?? 10,
    };
  };
  const suggestEnd = (name: number, start: string | null) => {
    const field = ['shifts', name, 'ends_at'];
    if (start === null || form.getFieldValue(field)) return;
    form.setFieldValue(field, new Date(Date.parse(start) + USUAL_LENGTH).toISOString());
  };
  return (
    <Form.List name="shifts">
      {(fields, { add, remove }) => (
        <fieldset className="shifts">
          <legend>{t('shifts')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="shift">
              <Form.Item
                name={[name, 'starts_at']}
                label={t('starts_at')}
                rules={[{ required: true, message: t('moment_hint') }]}
              >
                <MomentPicker onChange={(start) => suggestEnd(name, start)} />
              </Form.Item>
              <Form.Item
                name={[name, 'ends_at']}
                label={t('ends_at')}
                rules={[{ required: true, message: t('moment_hint') }]}
              >
                <MomentPicker />
              </Form.Item>
              <Form.Item
                name={[name, 'capacity']}
                label={t('capacity')}
                rules={[{ required: true, message: t('capacity_hint') }]}
              >
                <InputNumber min={1} max={1000} precision={0} style={{ width: '100%' }} />
              </Form.Item>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('shift_remove', { number: name + 1 })}
                disabled={fields.length === 1}
                title={fields.length === 1 ? t('shift_one') : t('shift_remove', { number: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add(next())} disabled={fields.length >= 50}>
            {t('shift_add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
