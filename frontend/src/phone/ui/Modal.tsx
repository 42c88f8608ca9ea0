/** What lies over the screen for as long as it is there: the browser's own dialog keeps the focus and gives it back. */

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface Props {
  /** How it looks: from below (`sheet`) or over all of the screen (`scanner`). */
  look: 'sheet' | 'scanner';
  title: string;
  onClose: () => void;
  /** Beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

export function Modal({ look, title, onClose, action, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={look}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerUp={(event) => event.target === dialog.current && onClose()}
    >
      <div className="within">
        <div className="row">
          <h2 id={id}>{title}</h2>
          {action}
        </div>
        {children}
      </div>
    </dialog>
  );
}
