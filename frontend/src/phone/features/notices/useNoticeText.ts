/** What a notice says: the server's sentence in Chinese (`{{text}}` in those words), one of its values in English. */

import { useTranslation } from 'react-i18next';
import type { Notice } from '@/api';
import { civilDay, clock, spokenDay } from '@/lib/format';
import { useArithmetic } from '@/lib/useArithmetic';

export function useNoticeText() {
  const { t } = useTranslation('phone-notices');
  const { cut: cutOf } = useArithmetic();
  return ({ content, text }: Pick<Notice, 'content' | 'text'>): string => {
    switch (content.kind) {
      case 'points_lapse':
        return t('text.points_lapse', { text, count: content.points, day: civilDay(content.lapses_on) });
      case 'claim_accepted': {
        const { rule_title: title, points: count, cut } = content;
        if (count > 0) return t('text.claim_accepted', { text, title, count });
        return cut ? t('text.claim_cut', { text, title, cut: cutOf(cut) }) : t('text.claim_no_points', { text, title });
      }
      case 'claim_returned':
        return t('text.claim_returned', { text, title: content.rule_title, reason: content.reason });
      case 'claim_refused': {
        const said = { text, title: content.rule_title, reason: content.reason };
        return content.can_appeal ? t('text.claim_refused', said) : t('text.claim_refused_for_good', said);
      }
      case 'slot_cancelled':
      case 'service_cancelled': {
        const title = content.kind === 'slot_cancelled' ? content.offer_title : content.reward_name;
        const { on, reason, points: count } = content;
        const said = { text, title, day: civilDay(on), reason };
        return count > 0 ? t('text.booking_refunded', { ...said, count }) : t('text.booking_cancelled', said);
      }
      case 'voucher_deactivated': {
        const { offer_title: title, reason, points: count } = content;
        const said = { text, title, reason };
        return count > 0 ? t('text.voucher_refunded', { ...said, count }) : t('text.voucher_deactivated', said);
      }
      case 'moved_up': {
        const { activity_title: title, starts_at } = content;
        return t('text.moved_up', { text, title, day: spokenDay(starts_at), time: clock(starts_at) });
      }
      case 'no_show_marked': {
        const { activity_title: title, missed, points: count, absent, year } = content;
        const said = { text, title, absent, year };
        return count > 0 ? t(`text.${missed}_deducted`, { ...said, count }) : t(`text.${missed}`, said);
      }
      case 'no_show_decided': {
        const { activity_title: title, verdict, note, points: count } = content;
        const said = { text, title, note };
        if (verdict === 'refused') return t('text.appeal_refused', said);
        return count > 0 ? t('text.appeal_refunded', { ...said, count }) : t('text.appeal_granted', said);
      }
      case 'activity_cancelled': {
        const { activity_title: title, on, reason } = content;
        return t('text.activity_cancelled', { text, title, day: civilDay(on), reason });
      }
      case 'activity_returned':
        return t('text.activity_returned', { text, title: content.activity_title, reason: content.reason });
      case 'activity_reviewed':
        return t('text.activity_reviewed', { text, title: content.activity_title });
    }
  };
}
