/** A claim as who decides about it must see it: the deed, its photos, what the rule would give, what was said before. */

import { Link } from '@tanstack/react-router';
import { Alert, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Claim, ClaimAward } from '@/api';
import { civilDay, moment } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { AwardPreview } from '../../ui/AwardPreview';
import { Photos } from '../../ui/Photos';
import { ResidentLink } from '../../ui/ResidentLink';
import { ClaimStatus } from './ClaimStatus';
import { Rounds } from './Rounds';

export function ClaimFacts({ claim }: { claim: Claim }) {
  const { t } = useTranslation('staff-claims');
  const { t: common } = useTranslation('common');
  const waits = claim.state === 'submitted' || claim.state === 'appealed' || claim.state === 'returned';
  const line = (label: string, children: React.ReactNode) => ({ key: label, label, children });
  const facts = [
    line(t('resident'), <ResidentLink id={claim.resident_id} name={claim.resident_name} />),
    line(t('state'), <ClaimStatus state={claim.state} />),
    line(t('rule'), t('rule_named', { code: claim.rule_code, title: claim.rule_title })),
    line(t('deed_on'), `${civilDay(claim.deed_on)} · ${moment(claim.began_at).slice(-5)}`),
    ...(claim.minutes > 0 ? [line(t('minutes'), t('of_minutes', { count: claim.minutes }))] : []),
    ...(claim.level ? [line(t('level'), claim.level)] : []),
    ...(claim.category ? [line(t('category'), common(`categories.${claim.category}`))] : []),
    ...(claim.hardship ? [line(t('hardship'), t('yes'))] : []),
    line(t('place'), claim.place || t('not_said')),
    ...(claim.beneficiary_name ? [line(t('beneficiary'), <Beneficiary claim={claim} />)] : []),
    line(t('description'), claim.description),
    ...(claim.photos.length > 0 ? [line(t('photos'), <Photos photos={claim.photos} />)] : []),
    line(t('reviewers'), t('reviewed', { accepted: claim.reviews_accepted, needed: claim.reviews_needed })),
    line(t('submitted_at'), moment(claim.submitted_at)),
  ];
  return (
    <>
      {claim.appeal && (
        <Alert type="warning" title={t('appeal')} description={claim.appeal} style={{ marginBottom: 16 }} />
      )}
      <Descriptions column={1} size="small" styles={{ label: { width: 112 } }} items={facts} />
      <div style={{ marginTop: 16 }}>
        {waits && <AwardPreview question={questionOf(claim)} />}
        {claim.award && <Earned award={claim.award} />}
      </div>
      <Rounds reviews={claim.reviews} />
    </>
  );
}

function Earned({ award: { points, text, explanation, transfer_id } }: { award: ClaimAward }) {
  const { t } = useTranslation('staff-claims');
  const explained = useExplanation();
  const to = transfer_id && (
    <Link to="/transfers/$id" params={{ id: transfer_id }}>
      {t('open_transfer')}
    </Link>
  );
  const why = explained.award(text, explanation);
  return <Alert type="success" title={t('earned', { count: points })} description={why} action={to} />;
}

function Beneficiary({ claim }: { claim: Claim }) {
  const { t } = useTranslation('staff-claims');
  return (
    <>
      {claim.beneficiary_name}
      {claim.beneficiary_confirms && ` · ${t('word_counts')}`}
    </>
  );
}

const questionOf = (claim: Claim) => ({
  rulebook_id: claim.rulebook_id,
  rule_code: claim.rule_code,
  resident_id: claim.resident_id,
  starts_at: claim.began_at,
  minutes: claim.minutes,
  hardship: claim.hardship,
  ...(claim.level && { level: claim.level }),
  ...(claim.category && { category: claim.category }),
});
