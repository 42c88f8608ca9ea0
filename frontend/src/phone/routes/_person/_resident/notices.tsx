import { createFileRoute } from '@tanstack/react-router';
import { Notices } from '../../../features/notices/Notices';

export const Route = createFileRoute('/_person/_resident/notices')({ component: Notices });
