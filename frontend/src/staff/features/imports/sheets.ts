/** How a workbook travels: as it is, as the body of the request. */

import { api, type ImportKind } from '@/api';
import { save } from '@/lib/save';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A body that is the file itself. */
export const workbook = (file: File) => ({
  body: '',
  bodySerializer: () => file,
  headers: { 'Content-Type': XLSX },
});

/** Saves an empty sheet to be filled in; throws what the server says against it. */
export async function saveTemplate(kind: ImportKind, name: string) {
  save(await api.GET('/api/v1/import-template', { params: { query: { kind } }, parseAs: 'blob' }), name);
}
