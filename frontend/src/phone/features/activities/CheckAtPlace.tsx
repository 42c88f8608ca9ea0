/** Checking in and out with the code that the leader shows at the place: scanned, or typed. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Signup } from '@/api';
import { clock } from '@/lib/format';
import { Button } from '../../ui/Button';
import { tooEarly, tooLateToCome, tooLateToGo } from '../../ui/checks';
import { Refusal } from '../../ui/Refusal';
import { Scanner } from '../../ui/Scanner';
import { useTell } from '../../ui/Told';
import { useNow } from '../../ui/useNow';

export function CheckAtPlace({ signup }: { signup: Signup }) {
  const { t } = useTranslation('phone-activities');
  const tell = useTell();
  const [scanning, setScanning] = useState(false);
  const checkIn = $api.useMutation('post', '/api/v1/shifts/{id}/check-in');
  const checkOut = $api.useMutation('post', '/api/v1/shifts/{id}/check-out');
  const now = useNow('minute');
  const leaving = Boolean(signup.checked_in_at);
  const early = tooEarly(signup, now);
  const late = leaving ? tooLateToGo(signup, now) : tooLateToCome(signup, now);
  const check = leaving ? checkOut : checkIn;
  const send = (code: string) => {
    setScanning(false);
    check.mutate(
      { params: { path: { id: signup.shift_id } }, body: { code } },
      { onSuccess: () => tell(leaving ? t('check.out_done') : t('check.in_done')) },
    );
  };
  return (
    <div className="stack">
      {signup.checked_in_at && <p>{t('check.in_at', { time: clock(signup.checked_in_at) })}</p>}
      {signup.checked_out_at && <p>{t('check.out_at', { time: clock(signup.checked_out_at) })}</p>}
      {early && <p className="soft">{t('check.early')}</p>}
      {!signup.checked_out_at && !early && !late && (
        <Button tone="primary" wide busy={check.isPending} onClick={() => setScanning(true)}>
          {leaving ? t('check.out') : t('check.in')}
        </Button>
      )}
      <Refusal error={check.error} />
      {scanning && <Scanner onCode={send} onClose={() => setScanning(false)} />}
    </div>
  );
}
