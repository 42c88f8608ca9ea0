/** What a deed would earn if it were accepted, as the server works it out. */

import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, type ReportedDeed } from '@/api';
import { useSentence } from '../../ui/useSentence';
import { useResidentId } from '../shell/useResidentId';

const MINUTE_MS = 60_000;

export function Expected({ deed }: { deed: ReportedDeed }) {
  const { t } = useTranslation('phone-claims');
  const sentence = useSentence();
  const resident_id = useResidentId();
  const { rule_code, level, category, hardship, minutes, began_at } = deed;
  const begun = new Date(began_at).getTime();
  const ends_at = minutes ? new Date(begun + minutes * MINUTE_MS).toISOString() : null;
  const span = ends_at === null ? {} : { starts_at: began_at, ends_at };
  const { data, error } = $api.useQuery(
    'post',
    '/api/v1/award-previews',
    { body: { resident_id, rule_code, level, category, hardship, minutes, ...span } },
    { enabled: !Number.isNaN(begun), placeholderData: keepPreviousData, retry: false },
  );
  if (error) return <p className="note">{sentence(error)}</p>;
  if (data === undefined) return null;
  return (
    <p className="note" data-tone="good" role="status">
      <strong>{t('expected', { points: data.points })}</strong>
      <br />
      {data.text}
    </p>
  );
}
