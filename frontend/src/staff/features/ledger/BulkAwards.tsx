/** One rule for several residents at once, with what came of it line by line. */

import { Alert, Button, Card, Form, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type AwardOutcomes, type NewAward } from '@/api';
import { DayPicker } from '../../ui/DayPicker';
import { showAtFields } from '../../ui/DialogForm';
import { Page } from '../../ui/Page';
import { TroubleShown } from '../../ui/TroubleShown';
import { useTold } from '../../ui/useTold';
import { Outcomes } from './Outcomes';
import { PeoplePicker, type Person } from './PeoplePicker';

type Values = Pick<NewAward, 'rule_code' | 'on' | 'minutes' | 'level' | 'note'> & { people: Person[] };

export function BulkAwards() {
  const { t } = useTranslation('staff-ledger');
  const { t: words } = useTranslation('staff');
  const told = useTold();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string>();
  const [outcome, setOutcome] = useState<{ outcomes: AwardOutcomes; people: Person[] }>();
  const code = Form.useWatch('rule_code', form);
  const people = Form.useWatch('people', form) ?? [];
  const inForce = $api.useQuery('get', '/api/v1/rulebooks/in-force');
  const rules = inForce.data?.book.rules ?? [];
  const rule = rules.find((one) => one.code === code);
  const create = $api.useMutation('post', '/api/v1/awards');
  const required = [{ required: true, message: t('required') }];

  const finish = async ({ people: chosen, ...deed }: Values) => {
    setRefusal(undefined);
    try {
      const items = chosen.map(({ id }) => ({ ...deed, resident_id: id }));
      const outcomes = await create.mutateAsync({ body: { items } });
      setOutcome({ outcomes, people: chosen });
      form.setFieldValue('people', []);
    } catch (error) {
      setRefusal(showAtFields(form, error) ? words('state.look_at_fields') : told.sentence(error));
    }
  };

  return (
    <Page title={t('awards')}>
      {outcome && <Outcomes {...outcome} />}
      <Card className="narrow">
        <Form<Values> form={form} layout="vertical" onFinish={finish} initialValues={{ people: [] }}>
          <Form.Item name="rule_code" label={t('rule')} rules={required}>
            <Select
              placeholder={t('rule_hint')}
              loading={inForce.isPending}
              notFoundContent={inForce.error && <TroubleShown error={inForce.error} retry={inForce.refetch} />}
              options={rules.map((one) => ({ value: one.code, label: `${one.code} ${one.title}` }))}
            />
          </Form.Item>
          <Space size={[24, 0]} wrap align="start">
            <Form.Item name="on" label={t('deed_on')} rules={required}>
              <DayPicker />
            </Form.Item>
            {rule?.basis === 'hour' && (
              <Form.Item name="minutes" label={t('minutes')} rules={required}>
                <InputNumber min={1} max={1440} precision={0} style={{ width: 160 }} />
              </Form.Item>
            )}
            {rule?.basis === 'level' && (
              <Form.Item name="level" label={t('level')} rules={required}>
                <Select options={rule.levels.map(({ name }) => ({ value: name }))} style={{ width: 200 }} />
              </Form.Item>
            )}
          </Space>
          <Form.Item name="note" label={t('note')} extra={t('note_hint')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="people" label={t('people')} rules={[{ ...required[0], type: 'array', min: 1 }]}>
            <PeoplePicker />
          </Form.Item>
          {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {people.length > 0 ? t('action.award', { count: people.length }) : t('action.award_none')}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
