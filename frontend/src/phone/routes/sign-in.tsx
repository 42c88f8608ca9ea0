import { createFileRoute, useRouter } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { SignIn } from '../features/shell/SignIn';

const Search = object({ next: optional(string()) });

export const Route = createFileRoute('/sign-in')({ validateSearch: Search, component: Page });

function Page() {
  const { next } = Route.useSearch();
  const { history } = useRouter();
  // An address of this application and no other: it begins with one slash.
  const onward = next !== undefined && /^\/(?!\/)/.test(next) ? next : '/';
  return <SignIn onDone={() => history.replace(`/phone${onward}`)} />;
}
