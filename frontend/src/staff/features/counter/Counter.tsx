/** The counter 兑换窗口: people come one after the other, with a card, a code, or a name alone. */

import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api';
import { Page } from '../../ui/Page';
import type { Basket } from './basket';
import { Finder } from './Finder';
import { Serving, type ServingHandle } from './Serving';
import { useKeys } from './useKeys';
import './counter.css';

interface Props {
  residentId: string | undefined;
  onResident: (id: string | undefined) => void;
}

export function Counter({ residentId, onResident }: Props) {
  const { t } = useTranslation('staff-counter');
  const field = useRef<HTMLInputElement>(null);
  const serving = useRef<ServingHandle>(null);
  const [typed, setTyped] = useState('');
  const [basket, setBasket] = useState<Basket>({});
  const [scanned, setScanned] = useState<string>();

  const serve = (id: string | undefined, order?: Order) => {
    if (id !== residentId) setBasket({});
    setScanned(order?.id);
    setTyped('');
    onResident(id);
    field.current?.focus();
  };
  useKeys({
    field,
    onEscape: () => (typed === '' ? serve(undefined) : setTyped('')),
    onGo: () => serving.current?.go(),
  });

  return (
    <Page
      title={t('title')}
      actions={
        residentId !== undefined && (
          <Button onClick={() => serve(undefined)} aria-keyshortcuts="Escape">
            {t('next_person')}
          </Button>
        )
      }
    >
      <Finder
        ref={field}
        typed={typed}
        onTyped={setTyped}
        serving={residentId !== undefined}
        onTile={(tile, times) => serving.current?.pick(tile, times)}
        onNamed={(words) => serving.current?.pickNamed(words) ?? 'unknown'}
        onResident={({ id }) => serve(id)}
        onOrder={(order) => serve(order.resident_id, order)}
      />
      {residentId === undefined ? (
        <p className="counter-idle">{t('idle')}</p>
      ) : (
        <Serving
          key={residentId}
          ref={serving}
          residentId={residentId}
          typed={typed}
          scanned={scanned}
          basket={basket}
          onBasket={setBasket}
          onNext={() => serve(undefined)}
        />
      )}
    </Page>
  );
}
