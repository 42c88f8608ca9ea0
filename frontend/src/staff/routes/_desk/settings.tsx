import { createFileRoute } from '@tanstack/react-router';
import { CommunitySettings } from '../../features/settings/CommunitySettings';

export const Route = createFileRoute('/_desk/settings')({ component: CommunitySettings });
