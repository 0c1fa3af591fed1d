import { expect, test } from 'vitest';
import { NAMED_SCHEMAS } from '@/lib/api/named-schemas';
import { openApiDocument } from '@/lib/api/openapi';

test('schemas that were loaded before the package that names them are in the document all the same', async () => {
  const { OpenAPIHono } = await import('@hono/zod-openapi');
  const document = openApiDocument(new OpenAPIHono()) as { components: { schemas: object } };
  expect(Object.keys(document.components.schemas).sort()).toEqual(Object.keys(NAMED_SCHEMAS).sort());
});
