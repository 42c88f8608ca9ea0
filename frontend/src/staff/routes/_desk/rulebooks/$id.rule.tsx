import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { RuleEditor } from '../../../features/rulebooks/RuleEditor';

const Search = object({ code: optional(string()) });

export const Route = createFileRoute('/_desk/rulebooks/$id/rule')({ validateSearch: Search, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { code } = Route.useSearch();
  return <RuleEditor key={code ?? ''} id={id} code={code} />;
}
