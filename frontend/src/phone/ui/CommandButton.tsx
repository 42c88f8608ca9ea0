/** A button that carries out one command: it asks first if that cannot be taken back, says when it is done, and shows a refusal. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Sheet } from './Sheet';
import { useCommand } from './useCommand';

interface Props {
  label: string;
  /** What it is called where several such buttons stand on a screen. */
  name?: string;
  tone?: 'primary' | 'danger' | 'plain';
  wide?: boolean;
  why?: string | undefined;
  /** What is asked before, if anything. */
  ask?: { title: string; text: string };
  run: () => Promise<unknown>;
  /** What is said when it is done. */
  done: string;
  onDone?: () => void;
}

export function CommandButton({ label, name, tone, wide = false, why, ask, run, done, onDone }: Props) {
  const { t } = useTranslation('phone');
  const [asking, setAsking] = useState(false);
  const finish = () => {
    setAsking(false);
    onDone?.();
  };
  const command = useCommand(run, done, finish);
  const look = { wide, why, ...(tone && { tone }) };
  if (ask === undefined) {
    return (
      <div className="stack">
        <Button {...look} busy={command.busy} onClick={() => command.start()}>
          {label}
        </Button>
        {command.refusal}
      </div>
    );
  }
  return (
    <>
      <Button {...look} aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Sheet title={ask.title} open={asking} onClose={() => setAsking(false)}>
        <p>{ask.text}</p>
        {command.refusal}
        <Button
          tone={tone === 'danger' ? 'danger' : 'primary'}
          wide
          busy={command.busy}
          onClick={() => command.start()}
        >
          {label}
        </Button>
        <Button tone="plain" wide onClick={() => setAsking(false)}>
          {t('action.not_now')}
        </Button>
      </Sheet>
    </>
  );
}
