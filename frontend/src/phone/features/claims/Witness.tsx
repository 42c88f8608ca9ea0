/** The word of who a deed was done for: that it was done, or that it was not. */

import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { ReasonButton } from '../../ui/ReasonButton';

export function Witness({ claim }: { claim: Claim }) {
  const { t } = useTranslation('phone-claims');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/claims/{id}/reviews');
  const params = { path: { id: claim.id } };
  return (
    <section className="card">
      <h2>{t('witness.title')}</h2>
      <p>{t('witness.text', { name: claim.resident_name })}</p>
      <CommandButton
        label={t('witness.yes')}
        tone="primary"
        wide
        run={() => mutateAsync({ params, body: { verdict: 'accept' } })}
        done={t('witness.done')}
      />
      <ReasonButton
        label={t('witness.no')}
        tone="danger"
        field={t('witness.reason')}
        submit={t('witness.submit')}
        done={t('witness.done')}
        run={(note) => mutateAsync({ params, body: { verdict: 'refuse', note } })}
      />
    </section>
  );
}
