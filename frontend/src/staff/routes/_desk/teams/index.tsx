import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, optional } from 'zod/mini';
import { TeamsPage } from '../../../features/teams/TeamsPage';

const Search = object({ dissolved: optional(boolean()) });

export const Route = createFileRoute('/_desk/teams/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  const { dissolved = false } = Route.useSearch();
  return (
    <TeamsPage
      dissolved={dissolved}
      onDissolved={(shown) => navigate({ search: shown ? { dissolved: true } : {}, replace: true })}
    />
  );
}
