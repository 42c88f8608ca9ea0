/** A deed while it is written down: what the fields show, and what is sent of it. */

import type { Claim, ReportedDeed, Rule } from '@/api';
import { fieldOf, hoursAgo, utcOf } from '../../ui/times';

export interface Draft {
  rule_code: string;
  level: string;
  category: ReportedDeed['category'];
  began_at: string;
  minutes: string;
  hardship: boolean;
  place: string;
  description: string;
  beneficiary_name: string;
  beneficiary_card_code: string;
  photos: string[];
}

const HOURS_BEFORE = 2;

export const newDraft = (): Draft => ({
  rule_code: '',
  level: '',
  category: null,
  began_at: hoursAgo(HOURS_BEFORE),
  minutes: '60',
  hardship: false,
  place: '',
  description: '',
  beneficiary_name: '',
  beneficiary_card_code: '',
  photos: [],
});

export const draftOf = (claim: Claim): Draft => ({
  rule_code: claim.rule_code,
  level: claim.level ?? '',
  category: claim.category ?? null,
  began_at: fieldOf(claim.began_at),
  minutes: String(claim.minutes),
  hardship: claim.hardship,
  place: claim.place,
  description: claim.description,
  beneficiary_name: claim.beneficiary_name ?? '',
  beneficiary_card_code: '',
  photos: claim.photos.map((photo) => photo.id),
});

/** What a rule asks about a deed. */
export const asksOf = (rule: Rule | undefined) => ({
  minutes: rule?.basis === 'hour',
  level: rule?.basis === 'level',
  hardship: rule?.multipliers.some((one) => one.kind === 'hardship') ?? false,
  category: rule?.multipliers.some((one) => one.kind === 'category') ?? false,
});

/** What is sent; what the rule does not ask about is left out. */
export function deedOf(draft: Draft, rule: Rule | undefined): ReportedDeed {
  const asks = asksOf(rule);
  const given = (typed: string) => (typed.trim() === '' ? null : typed.trim());
  return {
    rule_code: draft.rule_code,
    began_at: utcOf(draft.began_at) ?? draft.began_at,
    minutes: asks.minutes ? Number(draft.minutes) : null,
    level: asks.level ? given(draft.level) : null,
    category: asks.category ? (draft.category ?? null) : null,
    hardship: asks.hardship && draft.hardship,
    place: given(draft.place),
    description: draft.description.trim(),
    beneficiary_name: given(draft.beneficiary_name),
    beneficiary_card_code: given(draft.beneficiary_card_code),
    photos: draft.photos,
  };
}
