/** A correction of a wallet; above the community's limit it waits for a second person. */

import { App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewAdjustment as Body } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';

export function NewAdjustment() {
  const { t } = useTranslation('staff-ledger');
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const community = $api.useQuery('get', '/api/v1/community');
  const create = $api.useMutation('post', '/api/v1/adjustments');
  const required = [{ required: true, message: t('required') }];
  const limit = community.data?.adjustment_limit;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('action.adjust')}
      </Button>
      <DialogForm<Body>
        title={t('action.adjust')}
        open={open}
        onClose={() => setOpen(false)}
        done={t('done.adjusted')}
        submit={async (body) => {
          // A proposal waits for a second person; what was posted at once is a transfer.
          const answer = await create.mutateAsync({ body });
          if ('proposed_at' in answer) void message.info(t('done.proposed'));
        }}
      >
        {limit !== undefined && <p>{t('adjust_hint', { limit })}</p>}
        <Form.Item name="resident_id" label={t('resident')} rules={required}>
          <ResidentPicker />
        </Form.Item>
        <Form.Item name="points" label={t('points')} extra={t('adjust_points_hint')} rules={required}>
          <InputNumber precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')} extra={t('reason_hint')} rules={required}>
          <Input.TextArea rows={2} maxLength={200} showCount />
        </Form.Item>
      </DialogForm>
    </>
  );
}
