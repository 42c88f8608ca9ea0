/** A shift: when it is, how many places are left, and signing up for it or withdrawing. */

import { useTranslation } from 'react-i18next';
import { $api, type Activity, type Shift, type Signup } from '@/api';
import { clock, spokenDay } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { hasBegun, isUnderWay, tooLateToCome } from '../../ui/checks';
import { Status } from '../../ui/Status';
import { useNow } from '../../ui/useNow';
import { CheckAtPlace } from './CheckAtPlace';
import { SignupStatus } from './SignupStatus';

interface Props {
  activity: Activity;
  shift: Shift;
  /** The resident's own, if there is one that stands. */
  signup: Signup | undefined;
}

export function ShiftCard({ activity, shift, signup }: Props) {
  const { t } = useTranslation('phone-activities');
  const when = `${spokenDay(shift.starts_at)} ${clock(shift.starts_at)}–${clock(shift.ends_at)}`;
  const now = useNow('minute');
  const isAhead = (activity.state === 'recruiting' || activity.state === 'running') && !hasBegun(shift, now);
  return (
    <article className="card">
      <header>
        <h3>{when}</h3>
        {signup && <SignupStatus signup={signup} />}
        {!signup && tooLateToCome(shift, now) && <Status>{t('signup.over')}</Status>}
      </header>
      <p className="soft">{t('taken', { taken: shift.taken, capacity: shift.capacity })}</p>
      {isAhead && !signup && <SignUp shift={shift} />}
      {signup?.state === 'signed_up' && isUnderWay(activity.state) && <CheckAtPlace signup={signup} />}
      {isAhead && signup && !signup.checked_in_at && <Withdraw signup={signup} when={when} />}
    </article>
  );
}

function SignUp({ shift }: { shift: Shift }) {
  const { t } = useTranslation('phone-activities');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/shifts/{id}/signups');
  const full = shift.taken >= shift.capacity;
  return (
    <CommandButton
      label={full ? t('signup.wait') : t('signup.sign_up')}
      tone="primary"
      wide
      run={() => mutateAsync({ params: { path: { id: shift.id } }, body: { wait: full } })}
      done={full ? t('signup.queued') : t('signup.done')}
    />
  );
}

function Withdraw({ signup, when }: { signup: Signup; when: string }) {
  const { t } = useTranslation('phone-activities');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/signups/{id}/withdraw');
  const waiting = signup.state === 'waiting';
  return (
    <CommandButton
      label={waiting ? t('signup.leave_queue') : t('signup.withdraw')}
      wide
      ask={{
        title: t('signup.withdraw_title'),
        text: t('signup.withdraw_text', { title: signup.activity_title, when }),
      }}
      run={() => mutateAsync({ params: { path: { id: signup.id } } })}
      done={t('signup.withdrawn_done')}
    />
  );
}
