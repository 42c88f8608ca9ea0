/** A button that carries out one command, after a question if there is something to lose. */

import { Button, type ButtonProps, Popconfirm } from 'antd';
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
  const button = (
    <Button
      {...rest}
      loading={busy}
      disabled={why !== undefined}
      title={why}
      {...(ask === undefined && { onClick: carryOut })}
    >
      {children}
    </Button>
  );
  if (ask === undefined || why !== undefined) return button;
  return (
    <Popconfirm title={ask} onConfirm={carryOut} okButtonProps={rest.danger ? { danger: true } : {}}>
      {button}
    </Popconfirm>
  );
}
