import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, regex, string } from 'zod/mini';
import { activityStateValues, categoryValues } from '@/api/schema.gen';
import { paged } from '@/lib/search';
import { ActivitiesPage } from '../../../features/activities/ActivitiesPage';

const day = string().check(regex(/^\d{4}-\d{2}-\d{2}$/));

const Search = object({
  ...paged,
  view: optional(oneOf(['month'])),
  month: optional(string().check(regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  state: optional(oneOf(activityStateValues)),
  team_id: optional(string()),
  category: optional(oneOf(categoryValues)),
  from: optional(day),
  until: optional(day),
  search: optional(string()),
});

export const Route = createFileRoute('/_desk/activities/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <ActivitiesPage search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
