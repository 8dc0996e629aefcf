import type { Rolldown } from 'tsdown';

const VIRTUAL = '\0built-in-';

/**
 * What of the code of others is replaced by what Node.js has, as the text of a module.
 *
 * Prism would send requests with `node-fetch`, to a server behind it or to a callback, neither of which the mock has. It
 * brings modules with it that Node.js warns of.
 *
 * The reader of references resolves them with `url.resolve`, of which Node.js warns (DEP0169) where the code does not lie below
 * `node_modules`. This one is what the documentation of Node.js gives in its place; the other two are for documents
 * on the web, which are never read.
 */
const MODULES: Readonly<Record<string, string>> = {
  'node-fetch': 'export default fetch;',
  url: `
    export const resolve = (from, to) => {
      const found = new URL(to, new URL(from, 'resolve://'));
      return found.protocol === 'resolve:' ? found.pathname + found.search + found.hash : String(found);
    };
    export const parse = (text) => new URL(text);
    export const format = String;`,
};

const READER_OF_REFERENCES = /json-schema-ref-parser\/lib\/util\/url\.js$/;

/** Replaces modules of others by what Node.js has. */
export const builtIns: Rolldown.Plugin = {
  name: 'built-ins',
  resolveId(id, importer = '') {
    if (id === 'url' && !READER_OF_REFERENCES.test(importer.replaceAll('\\', '/'))) return undefined;
    return Object.hasOwn(MODULES, id) ? VIRTUAL + id : undefined;
  },
  load: (id) => (id.startsWith(VIRTUAL) ? MODULES[id.slice(VIRTUAL.length)] : undefined),
};
