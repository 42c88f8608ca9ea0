/** What a deed would earn if it were accepted, as the server works it out. */

import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, type ReportedDeed } from '@/api';
import { useExplanation } from '@/lib/useExplanation';
import { fieldOf } from '../../ui/times';
import { useSentence } from '../../ui/useSentence';
import { useResidentId } from '../shell/useResidentId';

const MINUTE_MS = 60_000;
const DAY_LENGTH = '2026-11-22'.length;

export function Expected({ deed }: { deed: ReportedDeed }) {
  const { t } = useTranslation('phone-claims');
  const sentence = useSentence();
  const explained = useExplanation();
  const resident_id = useResidentId();
  const { rule_code, level, category, hardship, minutes, began_at } = deed;
  const begun = new Date(began_at).getTime();
  const isMoment = !Number.isNaN(begun);
  const when =
    minutes && isMoment
      ? { starts_at: began_at, ends_at: new Date(begun + minutes * MINUTE_MS).toISOString() }
      : { on: isMoment ? fieldOf(began_at).slice(0, DAY_LENGTH) : null };
  const { data, error } = $api.useQuery(
    'post',
    '/api/v1/award-previews',
    { body: { resident_id, rule_code, level, category, hardship, ...when } },
    { enabled: isMoment, placeholderData: keepPreviousData, retry: false },
  );
  if (error) return <p className="note">{sentence(error)}</p>;
  if (data === undefined) return null;
  return (
    <p className="note" data-tone="good" role="status">
      <strong>{t('expected', { count: data.points })}</strong>
      <br />
      {explained.award(data.text, data.explanation)}
    </p>
  );
}
