/** What holds for all rules of a draft: its name, the caps over all, expiry, giving, no-shows, stars. */

import { Alert, Button, Form, Input, InputNumber, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type DraftBook, type RulebookVersion } from '@/api';
import { showAtFields } from '../../ui/DialogForm';
import { useTold } from '../../ui/useTold';
import { CapsFields } from './CapsFields';
import { inForm } from './inForm';
import { StarsFields } from './StarsFields';

interface Values {
  title: string;
  caps?: DraftBook['caps'];
  expiry: NonNullable<DraftBook['expiry']>;
  giving?: { per_month?: number | null };
  noshow?: { notices?: number | null; points?: number | null; late_minutes?: number | null };
  stars?: number[];
}

export function GeneralForm({ version }: { version: RulebookVersion }) {
  const { t } = useTranslation('staff-rulebooks');
  const { t: words } = useTranslation('staff');
  const told = useTold();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string>();
  const change = $api.useMutation('patch', '/api/v1/rulebooks/{id}');
  const expiry = Form.useWatch(['expiry', 'kind'], form);
  const { book } = version;

  const finish = async ({ title, caps, expiry: lapse, giving, noshow, stars }: Values) => {
    setRefusal(undefined);
    const general: DraftBook = {
      rules: book.rules,
      caps: caps ?? [],
      expiry: lapse,
      giving: typeof giving?.per_month === 'number' ? { per_month: giving.per_month } : null,
      noshow: ladderOf(noshow),
      stars: stars ?? [],
    };
    try {
      await change.mutateAsync({ params: { path: { id: version.id } }, body: { title, book: general } });
      told.done(t('done.saved'));
    } catch (error) {
      setRefusal(showAtFields(form, inForm(error, 'book.')) ? words('state.look_at_fields') : told.sentence(error));
    }
  };

  const initial = {
    title: version.title,
    caps: book.caps,
    expiry: book.expiry,
    giving: book.giving ?? {},
    noshow: book.noshow ?? {},
    stars: book.stars,
  };
  return (
    <Form<Values> form={form} layout="vertical" onFinish={finish} initialValues={initial}>
      {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
      <Form.Item name="title" label={t('name')} rules={[{ required: true, message: t('required') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <CapsFields label={t('caps')} />
      <Form.Item label={t('expiry')} required>
        <Space wrap>
          <Form.Item name={['expiry', 'kind']} noStyle>
            <Radio.Group
              aria-label={t('expiry')}
              options={(['end_of_next_year', 'months', 'never'] as const).map((value) => ({
                value,
                label: t(`expiry_kind.${value}`),
              }))}
            />
          </Form.Item>
          {expiry === 'months' && (
            <Form.Item name={['expiry', 'months']} noStyle>
              <InputNumber min={1} max={120} precision={0} aria-label={t('months')} suffix={t('months_unit')} />
            </Form.Item>
          )}
        </Space>
      </Form.Item>
      <Form.Item name={['giving', 'per_month']} label={t('giving')} extra={t('giving_hint')}>
        <InputNumber min={0} precision={0} suffix={t('points_unit')} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item label={t('noshow')} extra={t('noshow_hint')}>
        <Space wrap>
          {(['late_minutes', 'notices', 'points'] as const).map((name) => (
            <Form.Item key={name} name={['noshow', name]} noStyle>
              <InputNumber
                min={0}
                precision={0}
                aria-label={t(`noshow_field.${name}`)}
                prefix={t(`noshow_field.${name}`)}
                suffix={t(`noshow_unit.${name}`)}
                style={{ width: 220 }}
              />
            </Form.Item>
          ))}
        </Space>
      </Form.Item>
      <StarsFields />
      <Button htmlType="submit" loading={change.isPending}>
        {t('action.save_general')}
      </Button>
    </Form>
  );
}

/** The ladder stands when its deduction does; without one no-shows cost nothing. */
function ladderOf(typed: Values['noshow']): DraftBook['noshow'] {
  if (typeof typed?.points !== 'number') return null;
  return { points: typed.points, notices: typed.notices ?? 0, late_minutes: typed.late_minutes ?? 0 };
}
