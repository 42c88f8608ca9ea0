/** A button that asks for a few words from below, and carries out one command with them. */

import { type FormEvent, useState } from 'react';
import { Button } from './Button';
import { Sheet } from './Sheet';
import { TextField } from './TextField';
import { useCommand } from './useCommand';

interface Props {
  label: string;
  tone?: 'primary' | 'danger';
  /** What the words are, and what helps to write them. */
  field: string;
  hint?: string;
  submit: string;
  done: string;
  run: (reason: string) => Promise<unknown>;
}

export function ReasonButton({ label, tone, field, hint, submit, done, run }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useCommand(
    () => run(reason.trim()),
    done,
    () => setOpen(false),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.start();
  };
  return (
    <>
      <Button wide {...(tone && { tone })} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={send}>
          <TextField
            label={field}
            value={reason}
            onChange={setReason}
            error={command.at('reason') ?? command.at('note')}
            maxLength={200}
            required
            {...(hint !== undefined && { hint })}
          />
          {command.refusal}
          <Button type="submit" tone="primary" wide busy={command.busy}>
            {submit}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
