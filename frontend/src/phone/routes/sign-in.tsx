import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { SignIn } from '../features/shell/SignIn';

const Search = object({ next: optional(string()) });

export const Route = createFileRoute('/sign-in')({ validateSearch: Search, component: Page });

function Page() {
  const { next } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <SignIn onDone={() => navigate({ href: next?.startsWith('/phone/') ? next : '/phone/', replace: true })} />;
}
