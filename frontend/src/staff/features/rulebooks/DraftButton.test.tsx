import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, test, vi } from 'vitest';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { DraftButton } from './DraftButton';

const sent = vi.fn();

async function draft(versions: object[]) {
  sent.mockClear();
  server.use(
    http.get('*/api/v1/rulebooks', () => HttpResponse.json({ items: versions })),
    http.post('*/api/v1/rulebooks', async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json({ id: 'v9' });
    }),
  );
  await showAtDesk(<DraftButton />);
  const user = userEvent.setup();
  // Once the versions are there it is another button.
  await vi.waitFor(() => expect(screen.getByRole('button', { name: '起草新版本' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: '起草新版本' }));
  await user.click(await screen.findByRole('button', { name: /确\s?定|OK/ }));
  await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
  return sent.mock.calls[0]?.[0];
}

test('a new community drafts its first rule book, with one rule to begin with', async () => {
  const { title, book } = await draft([]);
  expect(title).toBe('《普安社区积分管理办法》');
  expect(book.rules).toHaveLength(1);
});

test('a draft is a copy of what was published last, whatever was drafted since', async () => {
  const book = { rules: [{ code: 'CLEAN' }], caps: [] };
  const published = { id: 'v1', version: 1, title: '管理办法', in_force_from: '2026-01-01T00:00:00Z', book };
  const unpublished = { ...published, version: 2, in_force_from: null, book: { rules: [], caps: [] } };
  expect(await draft([published, unpublished])).toEqual({ title: '管理办法', book });
});
