/** The API as `openapi.yaml` describes it: types, client and query options are all made from that document. */

import createFetchClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { paths } from './schema.gen';
import { send } from './send';

export const api = createFetchClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: send });

/** The same for React: `useQuery`, `useMutation`, `queryOptions`. */
export const $api = createQueryClient(api);

export { NoAnswer } from './ask';
export { isPassing, isProblem, type Problem, problemOf } from './problem';
export type * from './schema.gen';
export { session } from './session';
