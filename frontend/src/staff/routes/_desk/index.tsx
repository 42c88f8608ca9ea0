import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { periods } from '@/lib/days';
import { day } from '@/lib/search';
import { Home } from '../../features/home/Home';

const Search = object({ period: optional(oneOf([...periods, 'days'])), from: optional(day), until: optional(day) });

export const Route = createFileRoute('/_desk/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <Home search={Route.useSearch()} onSearch={(search) => navigate({ search, resetScroll: false })} />;
}
