/** Good deeds that the resident reported, and those of others that wait for the resident's word. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { civilDay } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { useResidentId } from '../shell/useResidentId';
import { ClaimStatus } from './ClaimStatus';

export type View = 'mine' | 'witness';

export function ClaimList({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation('phone-claims');
  return (
    <Screen title={t('title')} back>
      <Link to="/claims/new" className="button" data-tone="primary" data-wide>
        {t('new')}
      </Link>
      <Views
        label={t('views.label')}
        value={view}
        onChange={onView}
        options={[
          { value: 'mine', label: t('views.mine') },
          { value: 'witness', label: t('views.witness') },
        ]}
      />
      {view === 'mine' ? <Mine /> : <Witness />}
    </Screen>
  );
}

function Mine() {
  const { t } = useTranslation('phone-claims');
  const query = $api.useInfiniteQuery('get', '/api/v1/claims', { params: { query: { limit: 20 } } }, byCursor);
  return (
    <Pages query={query} empty={t('empty')}>
      {(claim) => <ClaimCard claim={claim} />}
    </Pages>
  );
}

function Witness() {
  const { t } = useTranslation('phone-claims');
  const beneficiary_id = useResidentId();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/claims',
    { params: { query: { beneficiary_id, limit: 20 } } },
    byCursor,
  );
  return (
    <Pages query={query} empty={t('empty_witness')}>
      {(claim) => <ClaimCard claim={claim} name={claim.resident_name} />}
    </Pages>
  );
}

function ClaimCard({ claim, name }: { claim: Claim; name?: string }) {
  return (
    <Link to="/claims/$id" params={{ id: claim.id }} className="card">
      <span className="row">
        <strong>
          {name !== undefined && `${name} · `}
          {claim.rule_title}
        </strong>
        <ClaimStatus claim={claim} />
      </span>
      <span>{claim.description}</span>
      <span className="soft">
        {civilDay(claim.deed_on)} {claim.place}
      </span>
    </Link>
  );
}
