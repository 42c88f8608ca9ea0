/** A claim: what was reported, what was said about it, what it earned, and what can be done now. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { moment } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { Photo } from '../../ui/Photo';
import { Screen } from '../../ui/Screen';
import { useResidentId } from '../shell/useResidentId';
import { AppealClaim } from './AppealClaim';
import { ClaimStatus } from './ClaimStatus';
import { Reviews } from './Reviews';
import { WithdrawClaim } from './WithdrawClaim';
import { Witness } from './Witness';

export function ClaimDetail({ id }: { id: string }) {
  const { t } = useTranslation('phone-claims');
  const query = $api.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id } } });
  return (
    <Screen title={query.data?.rule_title ?? t('title')} back>
      <Answer query={query}>{(claim) => <Shown claim={claim} />}</Answer>
    </Screen>
  );
}

function Shown({ claim }: { claim: Claim }) {
  const { t } = useTranslation('phone-claims');
  const residentId = useResidentId();
  const explained = useExplanation();
  const isOwn = claim.resident_id === residentId;
  return (
    <>
      <section className="card">
        <ClaimStatus claim={claim} />
        {claim.award && (
          <p className="note" data-tone="good">
            <strong>{t('earned', { count: claim.award.points })}</strong>
            <br />
            {explained.award(claim.award.text, claim.award.explanation)}
          </p>
        )}
        {claim.state === 'submitted' && (
          <p className="soft">{t('agreed', { accepted: claim.reviews_accepted, needed: claim.reviews_needed })}</p>
        )}
        <Facts
          of={[
            [t('facts.resident'), !isOwn && claim.resident_name],
            [t('facts.description'), claim.description],
            [t('facts.began_at'), moment(claim.began_at)],
            [t('facts.minutes'), claim.minutes > 0 && t('minutes', { count: claim.minutes })],
            [t('facts.level'), claim.level],
            [t('facts.hardship'), claim.hardship && t('yes')],
            [t('facts.place'), claim.place],
            [t('facts.beneficiary_name'), claim.beneficiary_name],
            [t('submitted_at'), moment(claim.submitted_at)],
          ]}
        />
        {claim.photos.length > 0 && (
          <ul className="photos">
            {claim.photos.map((photo, index) => (
              <li key={photo.id}>
                <Photo id={photo.id} label={t('photos.number', { number: index + 1 })} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Reviews claim={claim} />
      {claim.beneficiary_id === residentId && claim.state === 'submitted' && <Witness claim={claim} />}
      {isOwn && claim.state === 'returned' && (
        <Link to="/claims/$id/mend" params={{ id: claim.id }} className="button" data-tone="primary" data-wide>
          {t('mend')}
        </Link>
      )}
      {isOwn && claim.state === 'refused' && !claim.appeal && <AppealClaim claim={claim} />}
      {isOwn && (claim.state === 'submitted' || claim.state === 'returned') && <WithdrawClaim claim={claim} />}
    </>
  );
}
