import { createFileRoute } from '@tanstack/react-router';
import { NoShows } from '../../../features/activities/NoShows';

export const Route = createFileRoute('/_person/_resident/no-shows')({ component: NoShows });
