/** One transfer: what moved, why exactly so much, by whose hand, and its proof. */

import { Link } from '@tanstack/react-router';
import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type NamedTransfer } from '@/api';
import { civilDay, clauses, moment, whole } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { Answer } from '../../ui/Answer';
import { Page } from '../../ui/Page';
import { ReasonButton } from '../../ui/ReasonButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { ActorName } from '../shell/ActorName';
import { ProofShown } from './ProofShown';
import { Side } from './Side';
import { useCause } from './useCause';

export function TransferDetail({ id }: { id: string }) {
  const { t } = useTranslation('staff-ledger');
  const { t: shared } = useTranslation('staff');
  const query = $api.useQuery('get', '/api/v1/transfers/{id}', { params: { path: { id } } });
  const reverse = $api.useMutation('post', '/api/v1/transfers/{id}/reverse');
  return (
    <Answer query={query}>
      {(transfer) => (
        <Page
          title={t('of', { code: shared(`codes.${transfer.code}`), amount: whole(transfer.amount) })}
          actions={
            <ReasonButton
              danger
              run={(reason) => reverse.mutateAsync({ params: { path: { id } }, body: { reason } })}
              done={t('done.reversed')}
              consequence={t('reverse_hint')}
              why={transfer.reversed_by ? t('reverse_why') : undefined}
            >
              {t('action.reverse')}
            </ReasonButton>
          }
        >
          <Card>
            <Facts transfer={transfer} />
          </Card>
          <ProofShown id={id} />
        </Page>
      )}
    </Answer>
  );
}

function Facts({ transfer }: { transfer: NamedTransfer }) {
  const { t } = useTranslation('staff-ledger');
  const causeOf = useCause();
  const explained = useExplanation();
  const line = (label: string, children: React.ReactNode) => ({ key: label, label, children });
  const other = (id: string) => (
    <Link to="/transfers/$id" params={{ id }}>
      {t('open_transfer')}
    </Link>
  );
  const parts = transfer.parts.map(({ points, lapses_on }) =>
    lapses_on
      ? t('part', { points: whole(points), day: civilDay(lapses_on) })
      : t('part_for_ever', { points: whole(points) }),
  );
  return (
    <Descriptions
      column={1}
      size="small"
      styles={{ label: { width: 128 } }}
      items={[
        line(t('text'), <strong>{explained.transfer(transfer)}</strong>),
        line(t('amount'), <span className="number">{whole(transfer.amount)}</span>),
        line(t('debit'), <Side side={transfer.debit} name={transfer.debit_name} />),
        line(t('credit'), <Side side={transfer.credit} name={transfer.credit_name} />),
        line(t('posted_at'), moment(transfer.posted_at)),
        ...(transfer.deed_on ? [line(t('deed_on'), civilDay(transfer.deed_on))] : []),
        ...(transfer.rule_code ? [line(t('rule'), <RuleShown transfer={transfer} />)] : []),
        line(t('cause'), causeOf(transfer)),
        ...(parts.length > 0 ? [line(t('parts'), clauses(parts))] : []),
        line(t('actor'), <ActorName id={transfer.actor_id} name={transfer.actor_name} />),
        ...(transfer.on_behalf_of
          ? [line(t('on_behalf_of'), <ResidentLink id={transfer.on_behalf_of} name={transfer.on_behalf_of_name} />)]
          : []),
        ...(transfer.reverses ? [line(t('reverses'), other(transfer.reverses))] : []),
        ...(transfer.reversed_by ? [line(t('reversed_by'), other(transfer.reversed_by))] : []),
      ]}
    />
  );
}

function RuleShown({ transfer: { rule_code, rule_title, rulebook_id } }: { transfer: NamedTransfer }) {
  const rule = [rule_title, rule_code].filter(Boolean).join(' · ');
  if (!rulebook_id) return rule;
  return (
    <Link to="/rulebooks/$id" params={{ id: rulebook_id }}>
      {rule}
    </Link>
  );
}
