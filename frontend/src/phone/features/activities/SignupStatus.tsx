/** Where a sign-up stands, in a word: also the place in the queue, and whether the resident came. */

import { useTranslation } from 'react-i18next';
import type { Signup } from '@/api';
import { Status } from '../../ui/Status';

export function SignupStatus({ signup }: { signup: Signup }) {
  const { t } = useTranslation('phone-activities');
  if (signup.activity_state === 'cancelled') return <Status tone="warning">{t('states.cancelled')}</Status>;
  if (signup.state === 'withdrawn') return <Status>{t('signup.withdrawn')}</Status>;
  if (signup.state === 'waiting') {
    return <Status tone="waiting">{t('signup.waiting', { place: signup.queue_place ?? '' })}</Status>;
  }
  if (signup.checked_out_at) return <Status tone="good">{t('signup.checked_out')}</Status>;
  if (signup.checked_in_at) return <Status tone="good">{t('signup.checked_in')}</Status>;
  // What is over is settled by the roster, which may have them without a check-in.
  if (new Date(signup.ends_at) < new Date()) return <Status>{t('signup.over')}</Status>;
  return <Status tone="good">{t('signup.signed_up')}</Status>;
}
