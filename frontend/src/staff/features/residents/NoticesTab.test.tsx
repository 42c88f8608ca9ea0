/** What a resident is told: only what nobody has read yet is ticked off. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import type { Notice } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { NoticesTab } from './NoticesTab';

const notice = (id: string, text: string, read_at: string | null): Notice => ({
  id,
  resident_id: 'r1',
  content: { kind: 'voucher_deactivated', offer_title: '理发', points: 6, reason: '装修', voucher_id: 'v1' },
  text,
  created_at: '2026-03-01T01:00:00Z',
  read_at,
});

it('ticks off the notice that was told', async () => {
  const ticked = vi.fn();
  const items = [
    notice('n1', '您的「理发」券已停用', null),
    notice('n2', '您的「义诊」券已停用', '2026-03-01T02:00:00Z'),
  ];
  server.use(
    http.get('*/api/v1/notices', ({ request }) => {
      expect(new URL(request.url).searchParams.get('resident_id')).toBe('r1');
      return HttpResponse.json({ items, next_cursor: null });
    }),
    http.post('*/api/v1/notices/:id/read', ({ params }) => {
      ticked(params.id);
      return HttpResponse.json(items[0]);
    }),
  );
  await showAtDesk(<NoticesTab id="r1" cursor={undefined} onPage={() => {}} />);
  expect(await screen.findByText('2026/03/01 10:00')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '已当面告知' }));
  await vi.waitFor(() => expect(ticked).toHaveBeenCalledWith('n1'));
});
