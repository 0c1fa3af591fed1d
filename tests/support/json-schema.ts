import fc from 'fast-check';

/** As much of JSON Schema as the API's document uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

export type Schemas = Record<string, JsonSchema>;

/** Values that a schema allows. Text is kept short and sometimes strange. */
export function valuesOf(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const { $ref, type, anyOf } = resolved(schema, schemas);
  if ($ref) throw new Error(`${$ref} is not in the document.`);
  const here = resolved(schema, schemas);
  if (here.const !== undefined) return fc.constant(here.const);
  if (here.enum) return fc.constantFrom(...here.enum);
  if (anyOf) return fc.oneof(...anyOf.map((option) => valuesOf(option, schemas)));
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => valuesOf({ ...here, type: one }, schemas)));
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: here.minimum ?? -(2 ** 31), max: here.maximum ?? 2 ** 31 });
    case 'number':
      return fc.double({ min: here.minimum ?? -1e6, max: here.maximum ?? 1e6, noNaN: true });
    case 'string':
      return textOf(here);
    case 'array':
      return fc.array(valuesOf(here.items ?? {}, schemas), {
        minLength: here.minItems ?? 0,
        maxLength: Math.min(here.maxItems ?? 3, Math.max(3, here.minItems ?? 0)),
      });
    case 'object': {
      if (!here.properties && typeof here.additionalProperties === 'object')
        return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), valuesOf(here.additionalProperties, schemas), {
          maxKeys: 3,
        });
      const properties = Object.entries(here.properties ?? {}).map(([name, inner]) => [name, valuesOf(inner, schemas)]);
      const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(properties);
      return fc.record(model, { requiredKeys: here.required ?? [] });
    }
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** What a reference stands for. A choice by a field is a choice. */
function resolved(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const here = schema.$ref ? (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? schema) : schema;
  return here.oneOf ? { ...here, anyOf: here.oneOf } : here;
}

function textOf({ pattern, format, minLength = 0, maxLength }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date-time')
    return fc
      .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
      .map((at) => at.toISOString());
  if (format === 'date')
    return fc
      .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
  if (pattern)
    return fc
      .stringMatching(new RegExp(pattern))
      .filter((text) => text.length <= (maxLength ?? Number.POSITIVE_INFINITY));
  const longest = Math.max(minLength, Math.min(maxLength ?? 60, 60));
  return fc.oneof(
    fc.string({ minLength, maxLength: longest }),
    fc.string({ unit: 'grapheme', minLength, maxLength: longest }).filter((text) => text.length <= longest),
  );
}

/** What no text may be, and values of every other type. */
const STRANGE_TEXT = ['\0', 'a\0b', '\uD800', 'x\uDFFF', 'y'.repeat(5000)];
const OTHER_TYPES: [string, unknown[]][] = [
  ['string', ['', 'text', '1']],
  ['number', [0, -1, 1.5, 1e300, 2 ** 53]],
  ['boolean', [true]],
  ['null', [null]],
  ['array', [[], [[]], [null]]],
  ['object', [{}, { length: 1 }, { toString: 1 }]],
];

/** Values that a schema surely refuses: of another type, or text that holds what text may not. */
export function wrongValuesOf(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const types = typesOf(resolved(schema, schemas), schemas);
  const others = OTHER_TYPES.filter(([type]) => !types.has(type)).flatMap(([, values]) => values);
  return fc.constantFrom(...others, ...STRANGE_TEXT);
}

function typesOf(schema: JsonSchema, schemas: Schemas): Set<string> {
  if (schema.anyOf) return new Set(schema.anyOf.flatMap((option) => [...typesOf(resolved(option, schemas), schemas)]));
  const types = schema.type === undefined ? [] : [schema.type].flat();
  return new Set(types.map((type) => (type === 'integer' ? 'number' : type)));
}

/** Objects that break an object's schema in one place: a field missing, a field too many, a field of the wrong kind. */
export function brokenObjectsOf(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const right = valuesOf(schema, schemas) as fc.Arbitrary<Record<string, unknown>>;
  const here = resolved(schema, schemas);
  const fields = Object.entries(here.properties ?? {});
  const ways: fc.Arbitrary<unknown>[] = [
    fc
      .tuple(right, fc.constantFrom('unknownField', 'constructor', 'hallId_'))
      .map(([value, name]) => ({ ...value, [name]: 1 })),
    right.map((value) => {
      // A body may be no object: then one in its place is wrong enough.
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      const text = isObject ? JSON.stringify(value) : '{}';
      return JSON.parse(`${text.slice(0, -1)}${text === '{}' ? '' : ','}"__proto__":{"a":1}}`);
    }),
    fc.constantFrom<unknown>([], [[]], 'text', 7, true, null),
  ];
  for (const name of here.required ?? [])
    ways.push(right.map((value) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))));
  for (const [name, inner] of fields)
    ways.push(fc.tuple(right, wrongValuesOf(inner, schemas)).map(([value, wrong]) => ({ ...value, [name]: wrong })));
  return fc.oneof(...ways);
}
