/** The services of the supermarket, each with a button that books a seat in one of its slots. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order, ShelfReward } from '@/api';
import { Thumbnail } from '../../ui/Thumbnail';
import { BookService } from './BookService';

interface Props {
  services: ShelfReward[];
  residentId: string;
  available: number | undefined;
  onDone: (order: Order) => void;
}

export function Services({ services, residentId, available, onDone }: Props) {
  const { t } = useTranslation('staff-counter');
  const [chosen, setChosen] = useState<ShelfReward>();
  if (services.length === 0) return null;
  return (
    <>
      <h2>{t('services')}</h2>
      <div className="counter-tiles">
        {services.map((service) => (
          <Button key={service.id} className="counter-service" onClick={() => setChosen(service)}>
            <span className="counter-tile-what">
              <Thumbnail photo={service.photo_id} name={service.name} side={48} />
              <span className="number">
                <strong>{service.name}</strong>
                <br />
                {t('costs', { count: service.price_points })}
                {typeof service.left_this_quarter === 'number' && (
                  <>
                    <br />
                    {t('services_left', { number: service.left_this_quarter })}
                  </>
                )}
              </span>
            </span>
          </Button>
        ))}
      </div>
      {chosen && (
        <BookService
          service={chosen}
          residentId={residentId}
          available={available}
          onClose={() => setChosen(undefined)}
          onDone={(order) => {
            setChosen(undefined);
            onDone(order);
          }}
        />
      )}
    </>
  );
}
