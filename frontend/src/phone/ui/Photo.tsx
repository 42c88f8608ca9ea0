/** A photo that only some may see: small, and larger when it is tapped. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePicture, useSeen } from '@/lib/pictures';
import { Sheet } from './Sheet';

/** `label` says what is on it to who does not see it. */
export function Photo({ id, label }: { id: string; label: string }) {
  const { t } = useTranslation('phone');
  const [open, setOpen] = useState(false);
  const [place, seen] = useSeen<HTMLButtonElement>();
  const address = usePicture(id, 'thumbnail', seen);
  return (
    <>
      <button
        ref={place}
        type="button"
        className="photo"
        onClick={() => setOpen(true)}
        aria-label={t('photo.open', { label })}
      >
        {address !== undefined && <img src={address} alt="" loading="lazy" />}
      </button>
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        <Whole id={id} label={label} />
      </Sheet>
    </>
  );
}

function Whole({ id, label }: { id: string; label: string }) {
  const address = usePicture(id, 'whole');
  return address === undefined ? <div className="spinner" /> : <img src={address} alt={label} className="whole" />;
}
