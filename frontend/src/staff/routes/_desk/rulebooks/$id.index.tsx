import { createFileRoute } from '@tanstack/react-router';
import { RulebookDetail } from '../../../features/rulebooks/RulebookDetail';

export const Route = createFileRoute('/_desk/rulebooks/$id/')({ component: Page });

function Page() {
  return <RulebookDetail id={Route.useParams().id} />;
}
