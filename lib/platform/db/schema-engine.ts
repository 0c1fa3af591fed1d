import fs from 'node:fs';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaFile } from './schema-files';

/** Nothing in our databases is managed by somebody else. */
export const noFilter: glue.SchemaFilter = { externalTables: [], externalEnums: [] };

type WasmGlue = typeof glue & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

// On globalThis, since this module may exist several times in a process, and the glue around the one WebAssembly
// memory only once.
const shared = globalThis as typeof globalThis & {
  schemaEngineLoaded?: Promise<void>;
  schemaEngineFree?: Promise<unknown>;
};

/** The package's own entry imports its .wasm file, which Node does only behind a flag; so it is instantiated here. */
async function load(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = fs.readFileSync(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } });
  // Where the engine leaves its last words before it breaks off with a bare "unreachable".
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  (glue as WasmGlue).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * Runs Prisma's official schema engine (as WebAssembly, so no binary is fetched) over a driver adapter and closes
 * every connection it opened. One at a time: engines share one memory.
 */
export function withSchemaEngine<T>(
  schema: SchemaFile[],
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  const done = (shared.schemaEngineFree ?? Promise.resolve()).then(() => runEngine(schema, factory, work));
  shared.schemaEngineFree = done.catch(() => {});
  return done;
}

async function runEngine<T>(
  schema: SchemaFile[],
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  shared.schemaEngineLoaded ??= load();
  await shared.schemaEngineLoaded;
  const opened = new Set<SqlDriverAdapter>();
  const remember = async (connection: Promise<SqlDriverAdapter>) => {
    const adapter = await connection;
    const dispose = adapter.dispose.bind(adapter);
    // The engine closes some connections itself.
    adapter.dispose = async () => {
      if (opened.delete(adapter)) await dispose();
    };
    opened.add(adapter);
    return adapter;
  };
  const remembering: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => remember(factory.connect()),
    connectToShadowDb: () => remember(factory.connectToShadowDb()),
  };
  try {
    const datamodels = schema.map((file): [string, string] => [file.path, file.content]);
    const engine = await glue.SchemaEngine.new(
      { datamodels },
      () => {},
      bindMigrationAwareSqlAdapterFactory(remembering),
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    for (const adapter of opened) await adapter.dispose();
  }
}
