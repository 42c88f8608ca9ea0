/** Proposes an activity with its shifts, or changes a draft. */

import { Alert, Button, Card, Form, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewActivity } from '@/api';
import { showAtFields } from '../../ui/DialogForm';
import { Page } from '../../ui/Page';
import { useTold } from '../../ui/useTold';
import { ActivityFields } from './ActivityFields';
import { ShiftFields } from './ShiftFields';

interface Props {
  title: string;
  initial: Partial<NewActivity>;
  /** Whether the team can be chosen: it stays once the activity is there. */
  withTeam: boolean;
  submit: (values: NewActivity) => Promise<unknown>;
}

export function ActivityForm({ title, initial, withTeam, submit }: Props) {
  const { t } = useTranslation(['staff-activities', 'staff']);
  const told = useTold();
  const [form] = Form.useForm<NewActivity>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const finish = async (values: NewActivity) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await submit(values);
      told.done(t('saved'));
    } catch (error) {
      setRefusal(showAtFields(form, error) ? t('staff:state.look_at_fields') : told.sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={title}>
      <Card className="narrow">
        {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
        <Form<NewActivity>
          form={form}
          layout="vertical"
          scrollToFirstError
          initialValues={{
            recruit: 'open',
            category: 'community_service',
            beneficiary: 'public',
            description: '',
            shifts: [{ capacity: 10 }],
            ...initial,
          }}
          onFinish={finish}
        >
          <ActivityFields withTeam={withTeam} />
          <ShiftFields />
          <Space style={{ marginTop: 16 }}>
            <Button type="primary" loading={busy} onClick={form.submit}>
              {t('staff:action.save')}
            </Button>
            <Button onClick={() => window.history.back()}>{t('back')}</Button>
          </Space>
        </Form>
      </Card>
    </Page>
  );
}
