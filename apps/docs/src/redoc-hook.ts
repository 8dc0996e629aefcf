/**
 * Loaded before the Redocly CLI (`node --import`). It patches the CLI's copy of Redoc in memory. Files on disk do not change.
 */
import { registerHooks } from 'node:module';
import { patchRedoc } from './redoc-patches.ts';

const CHUNK = /\/@redocly\/cli\/lib\/chunks\/[^/]+\.js$/;
/** The chunk that renders names this file for the browser. */
const RENDERS = 'redoc.standalone.js';

let patched = false;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!CHUNK.test(url) || loaded.source === null || loaded.source === undefined) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    if (!source.includes(RENDERS)) return loaded;
    patched = true;
    return { ...loaded, source: patchRedoc(source) };
  },
});

process.on('exit', (code) => {
  if (code !== 0 || patched) return;
  console.error(
    `No chunk of @redocly/cli names ${RENDERS}, so Redoc was not patched. Adapt ${import.meta.filename}.`,
  );
  process.exitCode = 1;
});
