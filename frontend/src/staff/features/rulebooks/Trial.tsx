/** Tries a rule out: what a deed would earn by this version, asked of the server as one fills it in. */

import { Card, Checkbox, DatePicker, Form, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { AwardQuestion, Category, Rule } from '@/api';
import { categoryValues } from '@/api/schema.gen';
import { TIMEZONE } from '@/lib/format';
import { AwardPreview } from '../../ui/AwardPreview';
import { ResidentPicker } from '../../ui/ResidentPicker';

interface Values {
  rule_code?: string;
  resident_id?: string;
  starts_at?: Dayjs | null;
  minutes?: number | null;
  level?: string;
  category?: Category;
  hardship?: boolean;
}

interface Props {
  rulebookId: string;
  rules: Rule[];
  /** The rule that is tried out; one chooses unless it is given. */
  code?: string;
  hint?: string;
}

export function Trial({ rulebookId, rules, code, hint }: Props) {
  const { t } = useTranslation('staff-rulebooks');
  const { t: common } = useTranslation('common');
  const [form] = Form.useForm<Values>();
  const values: Values = Form.useWatch([], form) ?? {};
  const rule = rules.find((one) => one.code === (code ?? values.rule_code));
  const options = rules.map((one) => ({ value: one.code, label: `${one.code} ${one.title}` }));
  return (
    <Card title={<h2 className="card-title">{t('trial')}</h2>} className="aside no-print">
      {hint !== undefined && <p style={{ marginTop: 0 }}>{hint}</p>}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ minutes: 60, starts_at: dayjs().tz(TIMEZONE).startOf('hour') }}
      >
        {code === undefined && (
          <Form.Item name="rule_code" label={t('rule')}>
            <Select options={options} placeholder={t('trial_rule')} />
          </Form.Item>
        )}
        {rule?.basis === 'hour' && (
          <Form.Item name="minutes" label={t('minutes')}>
            <InputNumber min={0} max={1440} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        )}
        {rule?.basis === 'level' && (
          <Form.Item name="level" label={t('level')}>
            <Select options={rule.levels.map(({ name }) => ({ value: name }))} />
          </Form.Item>
        )}
        <Form.Item name="starts_at" label={t('starts_at')}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY/MM/DD HH:mm" style={{ width: '100%' }} />
        </Form.Item>
        {rule?.multipliers.some(({ kind }) => kind === 'category') && (
          <Form.Item name="category" label={t('category')}>
            <Select
              allowClear
              options={categoryValues.map((value) => ({ value, label: common(`categories.${value}`) }))}
            />
          </Form.Item>
        )}
        {rule?.multipliers.some(({ kind }) => kind === 'hardship') && (
          <Form.Item name="hardship" valuePropName="checked">
            <Checkbox>{t('hardship')}</Checkbox>
          </Form.Item>
        )}
        <Form.Item name="resident_id" label={t('resident')} extra={t('trial_resident')}>
          <ResidentPicker />
        </Form.Item>
      </Form>
      {rule === undefined ? t('trial_rule') : <AwardPreview question={questionOf(rulebookId, rule, values)} />}
    </Card>
  );
}

function questionOf(rulebook_id: string, rule: Rule, values: Values): AwardQuestion {
  const { resident_id, starts_at, minutes, level, category, hardship } = values;
  return {
    rulebook_id,
    rule_code: rule.code,
    ...(resident_id && { resident_id }),
    ...(starts_at && { starts_at: starts_at.toISOString() }),
    ...(rule.basis === 'hour' && typeof minutes === 'number' && { minutes }),
    ...(rule.basis === 'level' && level && { level }),
    ...(category && { category }),
    ...(hardship && { hardship }),
  };
}
