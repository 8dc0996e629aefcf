import type { Rolldown } from 'tsdown';

const VIRTUAL = '\0built-in-';

/** A module that is never asked for what it has. */
const UNUSED = 'module.exports = {};';

/**
 * What of the code of others is replaced, as the text of a module: by what Node.js has, or by nothing where the mock never
 * comes to what it is for. Prism loads all of it at its start.
 */
const MODULES: Readonly<Record<string, string>> = {
  // Prism would send requests with it, to a server behind it or to a callback, neither of which the mock has. To name `fetch`
  // loads what is behind it, so it is named late.
  'node-fetch': 'export default (...request) => fetch(...request);',
  'http-proxy-agent': UNUSED,
  'https-proxy-agent': UNUSED,
  // It reads collections of Postman; a contract is OpenAPI.
  '@stoplight/http-spec/postman/operation': UNUSED,
  // It reads functions in YAML files, of which there are none.
  esprima: UNUSED,
  // All of lodash a second time, of which Prism uses this, for a path of one name.
  'lodash/fp': 'export const set = ([name], value, object) => ({ ...object, [name]: value });',
  // The reader of references resolves them with `url.resolve`, of which Node.js warns (DEP0169) where the code does not
  // lie below `node_modules`. This one is what the documentation of Node.js gives in its place; the other two are for
  // documents on the web, which are never read.
  url: `
    export const resolve = (from, to) => {
      const found = new URL(to, new URL(from, 'resolve://'));
      return found.protocol === 'resolve:' ? found.pathname + found.search + found.hash : String(found);
    };
    export const parse = (text) => new URL(text);
    export const format = String;`,
};

const READER_OF_REFERENCES = /json-schema-ref-parser\/lib\/util\/url\.js$/;

/** Replaces modules of others by what Node.js has, or by nothing. */
export const builtIns: Rolldown.Plugin = {
  name: 'built-ins',
  resolveId(id, importer = '') {
    if (id === 'url' && !READER_OF_REFERENCES.test(importer.replaceAll('\\', '/'))) return undefined;
    return Object.hasOwn(MODULES, id) ? VIRTUAL + id : undefined;
  },
  load: (id) => (id.startsWith(VIRTUAL) ? MODULES[id.slice(VIRTUAL.length)] : undefined),
};
