/** What is typed is what the list on screen was found by. */

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { FindInput } from './FindInput';

const asked = vi.fn();
beforeEach(() => asked.mockClear());

function List() {
  const [words, setWords] = useState<string | undefined>('雨伞');
  return (
    <>
      <FindInput
        label="按名称查找"
        value={words}
        onChange={(next) => {
          asked(next);
          setWords(next);
        }}
      />
      <button type="button" onClick={() => setWords('雨伞')}>
        返回
      </button>
    </>
  );
}

const field = () => screen.getByLabelText('按名称查找');

test('Enter looks for what was typed, without what is around it', async () => {
  render(<List />);
  expect(field()).toHaveValue('雨伞');
  await userEvent.clear(field());
  asked.mockClear();
  await userEvent.type(field(), ' 彩笔 {Enter}');
  expect(asked.mock.calls).toEqual([['彩笔']]);
});

test('going back shows the words that were looked for then', async () => {
  render(<List />);
  await userEvent.type(field(), '架{Enter}');
  expect(asked).toHaveBeenLastCalledWith('雨伞架');
  await userEvent.click(screen.getByRole('button', { name: '返回' }));
  expect(field()).toHaveValue('雨伞');
});
