import { createFileRoute } from '@tanstack/react-router';
import { Honours } from '../../../features/points/Honours';

export const Route = createFileRoute('/_person/_resident/honours')({ component: Honours });
