/** Writes the types of the API from `openapi.yaml`. Idempotency keys are left out: `src/api/send.ts` adds them. */

import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { parse } from 'yaml';

const document = parse(readFileSync('../openapi.yaml', 'utf8')) as OpenAPI3;

type Parameter = { in?: string; name?: string };
for (const item of Object.values(document.paths ?? {})) {
  for (const operation of Object.values(item as Record<string, { parameters?: Parameter[] }>)) {
    if (!Array.isArray(operation?.parameters)) continue;
    operation.parameters = operation.parameters.filter((parameter) => parameter.name !== 'Idempotency-Key');
  }
}
const types = await openapiTS(document, { enumValues: true, rootTypes: true, rootTypesNoSchemaPrefix: true });
writeFileSync('src/api/schema.gen.ts', astToString(types));
