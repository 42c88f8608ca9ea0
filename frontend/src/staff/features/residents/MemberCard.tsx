/** A member card to print, in the size of a bank card (85.6 × 54 mm), with the code to scan and to type. */

import { Button, Card } from 'antd';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { grouped } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { useMe } from '../shell/useMe';
import './card.css';

export function MemberCard({ id }: { id: string }) {
  const { t } = useTranslation('staff-residents');
  const { me } = useMe();
  const query = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {({ name, card_code }) => (
        <Page
          title={t('card_of', { name })}
          actions={
            <>
              <LinkButton to="/residents/$id" params={{ id }}>
                {t('card_back')}
              </LinkButton>
              <Button type="primary" onClick={() => window.print()}>
                {t('card_do_print')}
              </Button>
            </>
          }
        >
          <Card className="member-card-sheet">
            <div className="member-card">
              <div>
                <div className="community">{me.community_name}</div>
                <div className="title">{t('card_title')}</div>
                <div className="name">{name}</div>
                <div className="code">{grouped(card_code)}</div>
                <div className="hint">{t('card_hint')}</div>
              </div>
              <QRCodeSVG value={card_code} level="M" marginSize={0} title={card_code} />
            </div>
            <p className="no-print">{t('card_paper')}</p>
          </Card>
        </Page>
      )}
    </Answer>
  );
}
