/** The form of a deed, for a new claim and for one that was returned. */

import { Alert, Button, Card, Checkbox, DatePicker, Form, Input, InputNumber, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Photo, type ReportedDeed } from '@/api';
import { categoryValues } from '@/api/schema.gen';
import { TIMEZONE } from '@/lib/format';
import { AwardPreview } from '../../ui/AwardPreview';
import { showAtFields } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { TroubleShown } from '../../ui/TroubleShown';
import { useTold } from '../../ui/useTold';
import { PhotoUpload } from './PhotoUpload';

export interface Values extends Omit<ReportedDeed, 'began_at' | 'photos'> {
  resident_id?: string;
  began_at: Dayjs;
  photos?: Photo[];
}

interface Props {
  /** Whether one says whose deed it is; of a claim that exists it is known. */
  withResident: boolean;
  initial?: Partial<Values>;
  okText: string;
  submit: (deed: ReportedDeed, residentId: string) => Promise<unknown>;
}

export function DeedForm({ withResident, initial, okText, submit }: Props) {
  const { t } = useTranslation('staff-claims');
  const { t: common } = useTranslation('common');
  const { t: words } = useTranslation('staff');
  const told = useTold();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const now: Partial<Values> = Form.useWatch([], form) ?? {};
  const inForce = $api.useQuery('get', '/api/v1/rulebooks/in-force');
  const rules = inForce.data?.book.rules ?? [];
  const rule = rules.find(({ code }) => code === now.rule_code);
  const categories = categoryValues.map((value) => ({ value, label: common(`categories.${value}`) }));
  const required = [{ required: true, message: t('required') }];

  const finish = async ({ resident_id, photos, began_at, ...deed }: Values) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const sent = { ...deed, began_at: began_at.toISOString(), photos: (photos ?? []).map(({ id }) => id) };
      await submit(sent, resident_id ?? '');
    } catch (error) {
      setRefusal(showAtFields(form, error) ? words('state.look_at_fields') : told.sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card className="narrow">
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={finish}
        initialValues={{ began_at: dayjs().tz(TIMEZONE).subtract(2, 'hour').startOf('hour'), ...initial }}
      >
        {withResident && (
          <Form.Item name="resident_id" label={t('resident')} rules={required}>
            <ResidentPicker />
          </Form.Item>
        )}
        <Form.Item name="rule_code" label={t('rule')} rules={required}>
          <Select
            placeholder={t('rule_hint')}
            loading={inForce.isPending}
            notFoundContent={inForce.error && <TroubleShown error={inForce.error} retry={inForce.refetch} />}
            options={rules.map(({ code, title }) => ({ value: code, label: t('rule_named', { code, title }) }))}
          />
        </Form.Item>
        <Space size={[24, 0]} wrap align="start">
          <Form.Item name="began_at" label={t('began_at')} rules={required}>
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY/MM/DD HH:mm" />
          </Form.Item>
          {rule?.basis !== 'level' && (
            <Form.Item name="minutes" label={t('minutes_field')}>
              <InputNumber min={0} max={1440} precision={0} suffix={t('minutes_unit')} style={{ width: 160 }} />
            </Form.Item>
          )}
          {rule?.basis === 'level' && (
            <Form.Item name="level" label={t('level')} rules={required}>
              <Select options={rule.levels.map(({ name }) => ({ value: name }))} style={{ width: 200 }} />
            </Form.Item>
          )}
          <Form.Item name="category" label={t('category')}>
            <Select allowClear options={categories} style={{ width: 160 }} />
          </Form.Item>
        </Space>
        <Form.Item name="hardship" valuePropName="checked">
          <Checkbox>{t('hardship')}</Checkbox>
        </Form.Item>
        <Form.Item name="description" label={t('description')} rules={required}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="place" label={t('place')}>
          <Input maxLength={100} />
        </Form.Item>
        <Space size={[24, 0]} wrap align="start">
          <Form.Item name="beneficiary_name" label={t('beneficiary')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="beneficiary_card_code" label={t('beneficiary_card')} extra={t('beneficiary_card_hint')}>
            <Input maxLength={20} />
          </Form.Item>
        </Space>
        <Form.Item
          name="photos"
          label={t('photos')}
          extra={t(rule?.evidence === 'photo' ? 'photo_needed' : 'photo_hint')}
        >
          <PhotoUpload />
        </Form.Item>
        {rule && <Preview values={now} />}
        {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginTop: 16 }} />}
        <Button type="primary" htmlType="submit" loading={busy} style={{ marginTop: 16 }}>
          {okText}
        </Button>
      </Form>
    </Card>
  );
}

function Preview({ values }: { values: Partial<Values> }) {
  const { rule_code, resident_id, began_at, minutes, level, category, hardship } = values;
  if (rule_code === undefined) return null;
  return (
    <AwardPreview
      question={{
        rule_code,
        ...(resident_id && { resident_id }),
        ...(began_at && { starts_at: began_at.toISOString() }),
        ...(typeof minutes === 'number' && { minutes }),
        ...(level && { level }),
        ...(category && { category }),
        ...(hardship && { hardship }),
      }}
    />
  );
}
