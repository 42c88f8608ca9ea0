import { createFileRoute } from '@tanstack/react-router';
import { MemberCard } from '../../../features/residents/MemberCard';

export const Route = createFileRoute('/_desk/residents/$id/card')({ component: Page });

function Page() {
  return <MemberCard id={Route.useParams().id} />;
}
