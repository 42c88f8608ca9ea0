/** One of many vouchers, looked up as it was added: whose it is, and whether it can be confirmed. */

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, isProblem } from '@/api';
import { grouped } from '@/lib/format';
import { Button } from '../../ui/Button';
import { useAttempts } from './Attempts';
import { useLookUpSentence } from './useLookUpSentence';

const LONGEST_TYPED = 12;

export interface Standing {
  code: string;
  isReady: boolean;
}

interface Props {
  presented: string;
  storeId: string;
  onDrop: () => void;
  onStanding: (standing: Standing) => void;
}

export function Gathered({ presented, storeId, onDrop, onStanding }: Props) {
  const { t } = useTranslation('phone-till');
  const { isPending } = useAttempts();
  const tillWords = useLookUpSentence();
  const { data, error, refetch } = $api.useQuery(
    'post',
    '/api/v1/vouchers/look-up',
    { body: { code: presented, store_id: storeId } },
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  );
  const [at] = data?.stores ?? [];
  // A token that was scanned says nothing to people.
  const typed = presented.length <= LONGEST_TYPED ? grouped(presented) : '';
  const isReady = at?.reckoning != null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, not when the listener does
  useEffect(() => {
    if (data !== undefined) onStanding({ code: data.code, isReady });
  }, [data?.code, isReady]);
  const words = () => {
    if (data === undefined) return error ? tillWords(error) : t('many.looking');
    if (isPending(data.code)) return t('voucher.pending');
    return at?.refusal?.detail ?? (isReady ? data.offer_title : t('many.needs_bill'));
  };
  return (
    <li className="line">
      <span>
        <strong>{data?.resident_name ?? (typed || t('many.unknown'))}</strong>
        <span className="sub">{words()}</span>
      </span>
      {error && data === undefined && !isProblem(error) ? (
        <Button onClick={() => refetch()}>{t('many.retry')}</Button>
      ) : null}
      {data && (
        <span className="status" data-tone={isReady ? 'good' : 'warning'}>
          {t(isReady ? 'many.ready' : 'many.not')}
        </span>
      )}
      <Button tone="plain" aria-label={t('many.drop', { name: data?.resident_name ?? typed })} onClick={onDrop}>
        ✕
      </Button>
    </li>
  );
}
