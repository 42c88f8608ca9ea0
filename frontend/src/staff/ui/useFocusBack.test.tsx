/** A dialog that is taken from the page leaves the focus where it was. */

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useFocusBack } from './useFocusBack';

function Dialog({ onClose }: { onClose: () => void }) {
  useFocusBack();
  return (
    <button type="button" ref={(button) => button?.focus()} onClick={onClose}>
      关闭
    </button>
  );
}

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        修改
      </button>
      {open && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}

test('the focus goes back to what opened it', async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: '修改' }));
  expect(screen.getByRole('button', { name: '关闭' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: '修改' })).toHaveFocus();
});
