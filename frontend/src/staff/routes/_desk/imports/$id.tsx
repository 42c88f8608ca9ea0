import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '../../../features/imports/ImportPage';

export const Route = createFileRoute('/_desk/imports/$id')({ component: Page });

function Page() {
  return <ImportPage id={Route.useParams().id} />;
}
