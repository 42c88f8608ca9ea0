/** A button that asks for a few words from below, and carries out one command with them. */

import { type ReactNode, useState } from 'react';
import { Button } from './Button';
import { Form } from './Form';
import { Sheet } from './Sheet';
import { TextField } from './TextField';
import { useCommand } from './useCommand';

interface Props {
  label: string;
  /** What it is called where several such buttons stand on a screen. */
  name?: string;
  tone?: 'primary' | 'danger';
  wide?: boolean;
  /** What to know before one writes. */
  about?: ReactNode;
  /** What the words are, and what helps to write them. */
  field: string;
  hint?: string;
  submit: string;
  done: string;
  run: (reason: string) => Promise<unknown>;
}

export function ReasonButton({ label, name, tone, wide = true, about, field, hint, submit, done, run }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useCommand(
    () => run(reason.trim()),
    done,
    () => setOpen(false),
  );
  return (
    <>
      <Button wide={wide} {...(tone && { tone })} aria-label={name} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        <Form command={command} onSubmit={command.start} submit={submit} {...(tone && { tone })}>
          {about}
          <TextField
            label={field}
            value={reason}
            onChange={setReason}
            error={command.at('reason') ?? command.at('note')}
            maxLength={200}
            required
            {...(hint !== undefined && { hint })}
          />
        </Form>
      </Sheet>
    </>
  );
}
