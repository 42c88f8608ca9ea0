/** Scanning a QR code with the camera, or typing what stands below it when the camera is refused, missing or too slow. */

import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Field } from './Field';
import { Modal } from './Modal';
import { useCamera } from './useCamera';

interface Props {
  /** Called once, with the text of the code that was scanned or typed. */
  onCode: (text: string) => void;
  onClose: () => void;
}

export function Scanner({ onCode, onClose }: Props) {
  const { t } = useTranslation('phone');
  return (
    <Modal
      look="scanner"
      title={t('scanner.title')}
      onClose={onClose}
      action={<Button onClick={onClose}>{t('scanner.close')}</Button>}
    >
      <Finder onCode={onCode} />
      <Typed onCode={onCode} />
    </Modal>
  );
}

function Finder({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useTranslation('phone');
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video, onCode);
  const seen = camera === 'starting' || camera === 'looking';
  return (
    <>
      <video ref={video} muted playsInline aria-hidden hidden={!seen} className="finder" />
      <p role="status" className={seen ? 'soft' : 'note'}>
        {t(`scanner.${camera}`)}
      </p>
    </>
  );
}

function Typed({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useTranslation('phone');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') onCode(code.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={t('scanner.code')}
        hint={t('scanner.code_hint')}
        value={code}
        onChange={setCode}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit" tone="primary" wide why={code.trim() === '' ? t('scanner.code_missing') : undefined}>
        {t('scanner.submit')}
      </Button>
    </form>
  );
}
