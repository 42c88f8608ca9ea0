/** A question over the screen, from below: it keeps the focus, and closes with Escape or a tap beside it. */

import type { ReactNode } from 'react';
import { Modal } from './Modal';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

export function Sheet({ title, open, onClose, children }: Props) {
  if (!open) return null;
  return (
    <Modal look="sheet" title={title} onClose={onClose}>
      {children}
    </Modal>
  );
}
