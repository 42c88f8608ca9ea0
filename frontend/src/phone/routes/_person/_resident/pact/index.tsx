import { createFileRoute } from '@tanstack/react-router';
import { HouseholdPact } from '../../../../features/pact/HouseholdPact';

export const Route = createFileRoute('/_person/_resident/pact/')({ component: HouseholdPact });
