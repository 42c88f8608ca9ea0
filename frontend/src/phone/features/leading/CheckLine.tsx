/** Somebody who signed up for a shift, and checking in or out in that person's place. */

import { useTranslation } from 'react-i18next';
import { $api, type RosterLine, type ShiftOfActivity } from '@/api';
import { clock } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { Status } from '../../ui/Status';
import { tooEarly, tooLate } from './checks';

interface Props {
  line: RosterLine;
  shift: ShiftOfActivity;
}

export function CheckLine({ line, shift }: Props) {
  const { t } = useTranslation('phone-leading');
  const checkIn = $api.useMutation('post', '/api/v1/shifts/{id}/check-in');
  const checkOut = $api.useMutation('post', '/api/v1/shifts/{id}/check-out');
  const { resident_id, resident_name: name, checked_in_at, checked_out_at } = line;
  const at = { params: { path: { id: shift.id } }, body: { resident_id } };
  const now = new Date();
  const early = tooEarly(shift, now) ? t('checks.early') : undefined;
  return (
    <article className="card">
      <header>
        <strong>{name}</strong>
        {checked_out_at && <Status tone="neutral">{t('checks.gone')}</Status>}
        {checked_in_at && !checked_out_at && <Status tone="good">{t('checks.here')}</Status>}
      </header>
      {checked_in_at && (
        <p className="soft">
          {t('roster.in', { time: clock(checked_in_at) })}
          {checked_out_at && ` · ${t('roster.out', { time: clock(checked_out_at) })}`}
        </p>
      )}
      {!checked_in_at && (
        <CommandButton
          label={t('checks.in', { name })}
          tone="primary"
          wide
          why={early ?? (tooLate(shift.ends_at, now) ? t('checks.late') : undefined)}
          run={() => checkIn.mutateAsync(at)}
          done={t('checks.in_done', { name })}
        />
      )}
      {checked_in_at && !checked_out_at && (
        <CommandButton
          label={t('checks.out', { name })}
          wide
          why={tooLate(shift.ends_at, now, 30) ? t('checks.late') : undefined}
          run={() => checkOut.mutateAsync(at)}
          done={t('checks.out_done', { name })}
        />
      )}
    </article>
  );
}
