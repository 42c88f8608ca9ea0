/** A photo that only some may see: fetched with the reader's own token, larger when it is tapped. */

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Sheet } from './Sheet';

/** The address of a picture's bytes within this page, for as long as it is shown. */
function useAddress(picture: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (picture === undefined) return;
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address;
}

/** `label` says what is on it to who does not see it. */
export function Photo({ id, label }: { id: string; label: string }) {
  const { t } = useTranslation('phone');
  const [open, setOpen] = useState(false);
  const { data } = $api.useQuery(
    'get',
    '/api/v1/photos/{id}/thumbnail',
    { params: { path: { id } }, parseAs: 'blob' },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const address = useAddress(data);
  return (
    <>
      <button type="button" className="photo" onClick={() => setOpen(true)} aria-label={t('photo.open', { label })}>
        {address !== undefined && <img src={address} alt="" />}
      </button>
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        <Whole id={id} label={label} />
      </Sheet>
    </>
  );
}

function Whole({ id, label }: { id: string; label: string }) {
  const { data } = $api.useQuery('get', '/api/v1/photos/{id}', { params: { path: { id } }, parseAs: 'blob' });
  const address = useAddress(data);
  return address === undefined ? <div className="spinner" /> : <img src={address} alt={label} className="whole" />;
}
