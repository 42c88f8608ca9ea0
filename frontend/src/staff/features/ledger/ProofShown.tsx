/** What somebody needs to check a transfer against a seal that hangs on the notice board. */

import { Alert, Card, Collapse, Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Proof } from '@/api';
import { civilDay, moment, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { HashShown } from './HashShown';

export function ProofShown({ id }: { id: string }) {
  const { t } = useTranslation('staff-ledger');
  const query = $api.useQuery('get', '/api/v1/transfers/{id}/proof', { params: { path: { id } } });
  return (
    <Card title={<h2 className="card-title">{t('proof')}</h2>}>
      <Answer query={query}>{(proof) => <Shown proof={proof} />}</Answer>
    </Card>
  );
}

function Shown({ proof }: { proof: Proof }) {
  const { t } = useTranslation('staff-ledger');
  const seal = proof.covered?.seal;
  const steps = proof.covered?.path ?? [];
  const line = (label: string, children: React.ReactNode) => ({ key: label, label, children });
  return (
    <>
      {seal ? (
        <Alert type="success" showIcon title={t('sealed', { day: civilDay(seal.day), at: moment(seal.sealed_at) })} />
      ) : (
        <Alert type="info" showIcon title={t('not_sealed')} />
      )}
      <Descriptions
        column={1}
        size="small"
        style={{ marginTop: 16 }}
        styles={{ label: { width: 128 } }}
        items={[
          line(t('leaf'), <HashShown hash={proof.leaf} />),
          ...(seal
            ? [
                line(t('root'), <HashShown hash={seal.root} />),
                line(t('hash'), <HashShown hash={seal.hash} />),
                line(t('covers'), whole(seal.transfers)),
              ]
            : []),
        ]}
      />
      <Collapse
        size="small"
        style={{ marginTop: 16 }}
        items={[
          {
            key: 'text',
            label: t('proof_text'),
            children: (
              <Typography.Paragraph copyable code style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all', margin: 0 }}>
                {proof.text}
              </Typography.Paragraph>
            ),
          },
          ...(steps.length > 0
            ? [
                {
                  key: 'path',
                  label: t('path', { count: steps.length }),
                  children: (
                    <ol style={{ margin: 0, paddingInlineStart: 24 }}>
                      {steps.map(({ hash, side }) => (
                        <li key={hash}>
                          {t(`side.${side}`)} <HashShown hash={hash} />
                        </li>
                      ))}
                    </ol>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
