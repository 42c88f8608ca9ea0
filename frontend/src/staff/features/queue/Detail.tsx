/** One thing that waits: all that one must know to decide, and the buttons. */

import { Link } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim } from '@/api';
import { Facts } from './Facts';
import { type Item, pageOf, type Verb, ways } from './items';
import { useHeadline } from './useHeadline';

interface Props {
  item: Item;
  /** What the server said against the last decision. */
  refusal: string | undefined;
  busy: boolean;
  onVerb: (verb: Verb) => void;
  claimShown: (claim: Claim) => ReactNode;
}

const verbs = ['refuse', 'return', 'approve'] as const;

export function Detail({ item, refusal, busy, onVerb, claimShown }: Props) {
  const { t } = useTranslation('staff-queue');
  const { title } = useHeadline()(item);
  return (
    <Card
      title={<h2 style={{ fontSize: 16, margin: 0, whiteSpace: 'normal' }}>{title}</h2>}
      extra={<Link to={pageOf(item)}>{t('open')}</Link>}
    >
      {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
      {item.kind === 'claims' ? claimShown(item.what) : <Facts item={item} />}
      <div className="filters no-print" style={{ marginTop: 20, justifyContent: 'flex-end' }}>
        {verbs.map((verb) => {
          const way = ways[item.kind][verb];
          return (
            way && (
              <Button
                key={verb}
                danger={verb === 'refuse'}
                type={verb === 'approve' ? 'primary' : 'default'}
                loading={busy && verb === 'approve'}
                disabled={busy}
                onClick={() => onVerb(verb)}
              >
                {t(`label.${way.label}`)}
              </Button>
            )
          );
        })}
      </div>
    </Card>
  );
}
