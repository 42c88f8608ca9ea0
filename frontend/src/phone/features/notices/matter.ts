/** Where the matter of a notice is to be seen. */

import { linkOptions } from '@tanstack/react-router';
import type { NoticeContent } from '@/api';

export function matterOf(content: NoticeContent) {
  switch (content.kind) {
    case 'points_lapse':
      return linkOptions({ to: '/points', search: { view: 'lots' } });
    case 'claim_accepted':
    case 'claim_returned':
    case 'claim_refused':
      return linkOptions({ to: '/claims/$id', params: { id: content.claim_id } });
    case 'slot_cancelled':
    case 'voucher_deactivated':
      return linkOptions({ to: '/vouchers/$id', params: { id: content.voucher_id } });
    case 'service_cancelled':
      return linkOptions({ to: '/orders/$id', params: { id: content.order_id } });
    case 'moved_up':
      return linkOptions({ to: '/activities', search: { view: 'mine' } });
    case 'no_show_marked':
    case 'no_show_decided':
      return linkOptions({ to: '/no-shows' });
    case 'activity_returned':
    case 'activity_reviewed':
      return linkOptions({ to: '/leading/$id', params: { id: content.activity_id } });
    case 'activity_cancelled':
      return linkOptions({ to: '/activities/$id', params: { id: content.activity_id } });
  }
}
