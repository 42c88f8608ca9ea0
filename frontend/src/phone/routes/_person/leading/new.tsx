import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { NewActivity } from '../../../features/leading/NewActivity';

const Search = object({ team: optional(string()) });

export const Route = createFileRoute('/_person/leading/new')({ validateSearch: Search, component: Page });

function Page() {
  return <NewActivity team={Route.useSearch().team} />;
}
