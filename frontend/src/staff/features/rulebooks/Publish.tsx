/** Publishing a draft, now or from a date; it is never changed after. */

import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type RulebookVersion } from '@/api';
import { TIMEZONE } from '@/lib/format';
import { DialogForm } from '../../ui/DialogForm';

export function Publish({ version }: { version: RulebookVersion }) {
  const { t } = useTranslation('staff-rulebooks');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const publish = $api.useMutation('post', '/api/v1/rulebooks/{id}/publish');
  const params = { path: { id: version.id } };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('action.publish')}
      </Button>
      <DialogForm<{ in_force_from?: Dayjs | null }>
        title={t('publish_of', { version: version.version })}
        open={open}
        onClose={() => setOpen(false)}
        okText={t('action.publish')}
        done={t('done.published')}
        submit={async ({ in_force_from }) => {
          const from = in_force_from?.startOf('day').tz(TIMEZONE, true).toISOString() ?? null;
          await publish.mutateAsync({ params, body: { in_force_from: from } });
          await navigate({ to: '/rulebooks/$id', params: { id: version.id } });
        }}
      >
        <p>{t('publish_hint')}</p>
        <Form.Item name="in_force_from" label={t('in_force_from')} extra={t('publish_now')}>
          <DatePicker format="YYYY/MM/DD" style={{ width: 200 }} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
