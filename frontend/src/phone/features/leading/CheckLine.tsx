/** Somebody who signed up for a shift, and checking in or out in that person's place. */

import { useTranslation } from 'react-i18next';
import { $api, type RosterLine, type ShiftOfActivity } from '@/api';
import { clock } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { tooEarly, tooLateToCome, tooLateToGo } from '../../ui/checks';
import { Status } from '../../ui/Status';

interface Props {
  line: RosterLine;
  shift: ShiftOfActivity;
  now: number;
}

export function CheckLine({ line, shift, now }: Props) {
  const { t } = useTranslation('phone-leading');
  const checkIn = $api.useMutation('post', '/api/v1/shifts/{id}/check-in');
  const checkOut = $api.useMutation('post', '/api/v1/shifts/{id}/check-out');
  const { resident_id, resident_name: name, checked_in_at, checked_out_at } = line;
  const at = { params: { path: { id: shift.id } }, body: { resident_id } };
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
          why={early ?? (tooLateToCome(shift, now) ? t('checks.late') : undefined)}
          run={() => checkIn.mutateAsync(at)}
          done={t('checks.in_done', { name })}
        />
      )}
      {checked_in_at && !checked_out_at && (
        <CommandButton
          label={t('checks.out', { name })}
          wide
          why={tooLateToGo(shift, now) ? t('checks.late') : undefined}
          run={() => checkOut.mutateAsync(at)}
          done={t('checks.out_done', { name })}
        />
      )}
    </article>
  );
}
