/** What was shown or said at the counter, looked up: whose it is, what it gives, and what it comes to. */

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, isProblem } from '@/api';
import { Answer } from '../../ui/Answer';
import { Button } from '../../ui/Button';
import { Screen } from '../../ui/Screen';
import { useStore } from '../shell/stores';
import { Counter } from './Counter';
import { sound } from './sound';
import { useLookUpSentence } from './useLookUpSentence';

interface Props {
  /** Typed, or the token that was scanned. */
  code: string;
  onDone: () => void;
  onBack: () => void;
}

export function Voucher({ code, onDone, onBack }: Props) {
  const { t } = useTranslation('phone-till');
  const { store } = useStore();
  const sentence = useLookUpSentence();
  const query = $api.useQuery(
    'post',
    '/api/v1/vouchers/look-up',
    { body: { code, store_id: store.id } },
    // A token lives a minute: it is shown once, and what it stands for is asked about by its code.
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  );
  const isBad = query.data === undefined && query.isError;
  useEffect(() => {
    if (isBad) sound('bad');
  }, [isBad]);
  return (
    <Screen title={t('voucher.title')} back>
      {query.data === undefined && isProblem(query.error) ? (
        <>
          <p className="note" data-tone="bad" role="alert">
            {sentence(query.error)}
          </p>
          <Button tone="primary" wide data-tall onClick={onBack}>
            {t('voucher.back')}
          </Button>
        </>
      ) : (
        <Answer query={query}>
          {(voucher) => <Counter key={voucher.code} voucher={voucher} storeId={store.id} onDone={onDone} />}
        </Answer>
      )}
    </Screen>
  );
}
