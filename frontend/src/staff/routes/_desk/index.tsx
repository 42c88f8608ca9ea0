import { createFileRoute } from '@tanstack/react-router';
import { Page } from '../../ui/Page';

export const Route = createFileRoute('/_desk/')({ component: () => <Page title="x">x</Page> });
