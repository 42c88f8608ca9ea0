import { createFileRoute, redirect } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { useMe } from '../../../../features/shell/useMe';
import { OfferList } from '../../../../features/shop/OfferList';

const Search = object({ partner: optional(string()) });

/** Of the own partners, the first unless one is named. */
export const Route = createFileRoute('/_person/till/offers/')({
  validateSearch: Search,
  beforeLoad: ({ context: { me } }) => {
    if (me.partner_ids.length === 0) throw redirect({ to: '/till/mine' });
  },
  component: Page,
});

function Page() {
  const { partner } = Route.useSearch();
  const [first] = useMe().me.partner_ids;
  return <OfferList partnerId={partner ?? first} />;
}
