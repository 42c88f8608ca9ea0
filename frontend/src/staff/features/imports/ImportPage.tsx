/** An import: what it made, and taking it back. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Import } from '@/api';
import { moment, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Status } from '../../ui/Status';
import { ReverseImport } from './ReverseImport';

export function ImportPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-imports');
  const query = $api.useQuery('get', '/api/v1/imports/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(one) => (
        <Page
          title={one.file_name}
          actions={
            <>
              <LinkButton to="/imports">{t('back')}</LinkButton>
              {one.state === 'made' && <ReverseImport of={one} />}
            </>
          }
        >
          <Facts facts={[...factsOf(one), [t('who'), one.kind === 'residents' && <People key="who" of={one} />]]} />
          {one.reversal && (
            <Facts
              title={t('reversal')}
              facts={[
                [t('actor'), one.reversal.actor_name],
                [t('made_at'), moment(one.reversal.reversed_at)],
                [t('reason'), one.reversal.reason],
                [t('reversed'), whole(one.reversal.reversed)],
                [t('kept'), whole(one.reversal.kept)],
              ]}
            />
          )}
        </Page>
      )}
    </Answer>
  );

  function factsOf(one: Import): [string, React.ReactNode][] {
    const figures: [string, string][] =
      one.kind === 'residents'
        ? [
            [t('residents'), whole(one.residents)],
            [t('households'), whole(one.households)],
          ]
        : [
            [t('balances'), whole(one.balances)],
            [t('points'), whole(one.points)],
          ];
    return [
      [
        t('state'),
        <Status key="state" tone={one.state === 'made' ? 'good' : 'ended'}>
          {t(`states.${one.state}`)}
        </Status>,
      ],
      [t('kind'), t(`kinds.${one.kind}`)],
      [t('made_at'), moment(one.made_at)],
      [t('actor'), one.actor_name],
      ...figures,
    ];
  }
}

function People({ of }: { of: Import }) {
  const { t } = useTranslation('staff-imports');
  return (
    <Link to="/residents" search={{ import_id: of.id }}>
      {t('see_residents')}
    </Link>
  );
}
