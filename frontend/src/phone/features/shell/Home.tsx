/** Where a person begins: for residents their points, what is next, and the way to everything. */

import { useTranslation } from 'react-i18next';
import { Screen } from '../../ui/Screen';
import { NextSignup } from './NextSignup';
import { NoticeBell } from './NoticeBell';
import { PointsHero } from './PointsHero';
import { Tiles } from './Tiles';
import { useMe } from './useMe';

export function Home() {
  const { t } = useTranslation('phone-home');
  const { me } = useMe();
  const resident = me.resident_id ?? undefined;
  return (
    <Screen title={t('title', { name: me.name })} action={resident !== undefined && <NoticeBell />}>
      <p className="soft">{me.community_name}</p>
      {resident !== undefined && <PointsHero residentId={resident} />}
      {resident !== undefined && <NextSignup />}
      <Tiles />
    </Screen>
  );
}
