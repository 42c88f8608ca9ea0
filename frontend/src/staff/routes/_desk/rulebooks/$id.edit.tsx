import { createFileRoute } from '@tanstack/react-router';
import { DraftEditor } from '../../../features/rulebooks/DraftEditor';

export const Route = createFileRoute('/_desk/rulebooks/$id/edit')({ component: Page });

function Page() {
  return <DraftEditor id={Route.useParams().id} />;
}
