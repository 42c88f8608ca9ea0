/** A button that opens the camera; the scanner is loaded when it is first pressed. */

import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/Button';
import { wakeSound } from './sound';

const Scanner = lazy(async () => ({ default: (await import('../../ui/Scanner')).Scanner }));

interface Props {
  label: string;
  big?: boolean;
  onCode: (text: string) => void;
}

export function ScanButton({ label, big = false, onCode }: Props) {
  const [open, setOpen] = useState(false);
  const scan = () => {
    wakeSound();
    setOpen(true);
  };
  const take = (text: string) => {
    setOpen(false);
    onCode(text);
  };
  return (
    <>
      <Button {...(big && { tone: 'primary' })} wide data-big={big || undefined} onClick={scan}>
        {label}
      </Button>
      {open && (
        <Suspense>
          <Scanner onCode={take} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
