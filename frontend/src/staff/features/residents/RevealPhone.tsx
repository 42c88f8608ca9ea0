/** Shows a phone number in full, for a reason that is kept in the log; only as long as the window is open. */

import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { ReasonButton } from '../../ui/ReasonButton';

export function RevealPhone({ id }: { id: string }) {
  const { t } = useTranslation('staff-residents');
  const reveal = $api.useMutation('post', '/api/v1/residents/{id}/reveal', { gcTime: 0 });
  const [phone, setPhone] = useState<string>();
  const run = async (reason: string) => {
    const shown = await reveal.mutateAsync({ params: { path: { id } }, body: { reason } });
    setPhone(shown.phone ?? t('no_phone'));
  };
  return (
    <>
      <ReasonButton type="link" size="small" run={run} done={t('revealed')} consequence={t('reveal_logged')}>
        {t('reveal')}
      </ReasonButton>
      <Modal
        title={t('phone')}
        open={phone !== undefined}
        onCancel={() => setPhone(undefined)}
        onOk={() => setPhone(undefined)}
        cancelButtonProps={{ style: { display: 'none' } }}
        okText={t('seen')}
      >
        <p className="number" style={{ fontSize: 24, letterSpacing: 1, margin: '8px 0' }}>
          {phone}
        </p>
      </Modal>
    </>
  );
}
