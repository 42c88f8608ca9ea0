/** What is filled in to carry out one command: its fields, why it was refused, and the button that sends it. */

import type { FormEvent, ReactNode } from 'react';
import { Button } from './Button';
import type { Command } from './useCommand';

interface Props {
  command: Pick<Command<never>, 'busy' | 'refusal'>;
  onSubmit: () => void;
  submit: string;
  tone?: 'primary' | 'danger';
  /** Why it cannot be sent now. */
  why?: string | undefined;
  children: ReactNode;
}

export function Form({ command, onSubmit, submit, tone = 'primary', why, children }: Props) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="stack" onSubmit={send}>
      {children}
      {command.refusal}
      <Button type="submit" tone={tone} wide busy={command.busy} why={why}>
        {submit}
      </Button>
    </form>
  );
}
