import { createFileRoute } from '@tanstack/react-router';
import { NewImport } from '../../../features/imports/NewImport';

export const Route = createFileRoute('/_desk/imports/new')({ component: NewImport });
