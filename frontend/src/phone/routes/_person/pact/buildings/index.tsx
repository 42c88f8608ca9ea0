import { createFileRoute } from '@tanstack/react-router';
import { Buildings } from '../../../../features/pact/Buildings';

export const Route = createFileRoute('/_person/pact/buildings/')({ component: Buildings });
