/** Where a person begins. */

import { useTranslation } from 'react-i18next';
import { Screen } from '../../ui/Screen';
import { useMe } from './useMe';

export function Home() {
  const { t } = useTranslation('phone');
  const { me } = useMe();
  return <Screen title={t('home.title', { name: me.name })}>{null}</Screen>;
}
