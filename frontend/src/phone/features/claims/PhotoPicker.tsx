/** Up to six photos of a deed: chosen or taken, sent one by one, removed again. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadPicture } from '@/lib/pictures';
import { Button } from '../../ui/Button';
import { Photo } from '../../ui/Photo';
import { useSentence } from '../../ui/useSentence';
import { smaller } from './smaller';

const MOST = 6;

interface Props {
  /** The photos that the server has, in their order. */
  photos: string[];
  onChange: (change: (photos: string[]) => string[]) => void;
  /** Told while photos are on their way: the claim can wait for them. */
  onBusy: (busy: boolean) => void;
}

export function PhotoPicker({ photos, onChange, onBusy }: Props) {
  const { t } = useTranslation('phone-claims');
  const sentence = useSentence();
  const [sending, setSending] = useState<{ done: number; of: number }>();
  const [failed, setFailed] = useState<unknown>();

  const add = async (files: File[]) => {
    setFailed(undefined);
    onBusy(true);
    try {
      for (const [done, file] of files.entries()) {
        setSending({ done, of: files.length });
        const { id } = await uploadPicture(await smaller(file));
        onChange((before) => [...before, id]);
      }
    } catch (error) {
      setFailed(error);
    } finally {
      setSending(undefined);
      onBusy(false);
    }
  };

  return (
    <fieldset className="options">
      <legend>{t('photos.label', { most: MOST })}</legend>
      <ul className="photos">
        {photos.map((photo, index) => (
          <li key={photo}>
            <Photo id={photo} label={t('photos.number', { number: index + 1 })} />
            <Button
              tone="plain"
              aria-label={t('photos.remove_number', { number: index + 1 })}
              onClick={() => onChange((before) => before.filter((one) => one !== photo))}
            >
              {t('photos.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {photos.length < MOST && (
        <label className="button">
          {t('photos.add')}
          <input
            type="file"
            className="hidden"
            accept="image/*"
            multiple
            disabled={sending !== undefined}
            onChange={(event) => {
              const files = Array.from(event.target.files ?? []).slice(0, MOST - photos.length);
              event.target.value = '';
              void add(files);
            }}
          />
        </label>
      )}
      {sending && (
        <div role="status">
          <progress max={sending.of} value={sending.done} aria-label={t('photos.progress')} />
          {t('photos.sending', { number: sending.done + 1, of: sending.of })}
        </div>
      )}
      {failed !== undefined && (
        <p className="note" data-tone="bad" role="alert">
          {t('photos.failed', { why: sentence(failed) })}
        </p>
      )}
    </fieldset>
  );
}
