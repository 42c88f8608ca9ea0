/** A button that carries out one command, after a question if there is something to lose. */

import { App, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { useTold } from './useTold';

interface Props extends Omit<ButtonProps, 'onClick' | 'children'> {
  children: string;
  run: () => Promise<unknown>;
  /** What is said when it is done. */
  done: string;
  /** What is asked before; nothing if it can be taken back easily. */
  ask?: string;
  /** Why it cannot be used now; it is disabled, and says so. */
  why?: string | undefined;
}

export function CommandButton({ children, run, done, ask, why, ...rest }: Props) {
  const told = useTold();
  const { modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const carryOut = async () => {
    setBusy(true);
    try {
      await run();
      told.done(done);
    } catch (error) {
      told.failed(error);
    } finally {
      setBusy(false);
    }
  };
  const question = () =>
    modal.confirm({ title: ask, okButtonProps: { danger: rest.danger === true }, onOk: () => void carryOut() });
  return (
    <Button
      {...rest}
      loading={busy}
      disabled={why !== undefined}
      title={why}
      onClick={ask === undefined ? carryOut : question}
    >
      {children}
    </Button>
  );
}
