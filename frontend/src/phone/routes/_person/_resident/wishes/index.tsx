import { createFileRoute } from '@tanstack/react-router';
import { WishPolls } from '../../../../features/rewards/WishPolls';

export const Route = createFileRoute('/_person/_resident/wishes/')({ component: WishPolls });
