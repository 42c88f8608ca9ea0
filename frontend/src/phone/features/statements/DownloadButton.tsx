/** The statement as a workbook, for the bookkeeper. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@/api';
import { save } from '@/lib/save';
import { Button } from '../../ui/Button';
import { useSentence } from '../../ui/useSentence';

interface Props {
  storeId: string;
  storeName: string;
  month: string;
}

export function DownloadButton({ storeId, storeName, month }: Props) {
  const { t } = useTranslation('phone-statements');
  const sentence = useSentence();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const download = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api.GET('/api/v1/stores/{id}/statement.xlsx', {
        params: { path: { id: storeId }, query: { month } },
        parseAs: 'blob',
      });
      save(answer, t('file', { store: storeName, month }));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <Button wide busy={busy} onClick={download}>
        {t('download')}
      </Button>
      {error !== undefined && (
        <p className="note" data-tone="bad" role="alert">
          {problemOf(error) ? sentence(error) : t('download_failed')}
        </p>
      )}
    </div>
  );
}
