import type { Rolldown } from 'tsdown';

const VIRTUAL = '\0built-in-';

/** A module whose content is never used. */
const UNUSED = 'module.exports = {};';

/**
 * Replacements for third-party modules, as the text of a module: what Node.js has, or nothing if the mock never uses the module.
 * Prism loads all of them at its start.
 */
const MODULES: Readonly<Record<string, string>> = {
  // Prism sends requests to an upstream or a callback with it; the mock has neither. Accessing `fetch` loads its implementation,
  // so that happens late.
  'node-fetch': 'export default (...request) => fetch(...request);',
  'http-proxy-agent': UNUSED,
  'https-proxy-agent': UNUSED,
  // Reads Postman collections; the contract is OpenAPI.
  '@stoplight/http-spec/postman/operation': UNUSED,
  // Reads functions in YAML files; the mock reads none.
  esprima: UNUSED,
  // A second copy of lodash; Prism uses only this function, with a path of one name.
  'lodash/fp': 'export const set = ([name], value, object) => ({ ...object, [name]: value });',
  // The reader of references uses `url.resolve`. Node.js warns about it (DEP0169) in code outside of `node_modules`. This is the
  // replacement from Node.js's documentation. The other two functions are for documents on the web, which are never read.
  url: `
    export const resolve = (from, to) => {
      const found = new URL(to, new URL(from, 'resolve://'));
      return found.protocol === 'resolve:' ? found.pathname + found.search + found.hash : String(found);
    };
    export const parse = (text) => new URL(text);
    export const format = String;`,
};

const READER_OF_REFERENCES = /json-schema-ref-parser\/lib\/util\/url\.js$/;

/** Replaces third-party modules by what Node.js has, or by nothing. */
export const builtIns: Rolldown.Plugin = {
  name: 'built-ins',
  resolveId(id, importer = '') {
    if (id === 'url' && !READER_OF_REFERENCES.test(importer.replaceAll('\\', '/'))) return undefined;
    return Object.hasOwn(MODULES, id) ? VIRTUAL + id : undefined;
  },
  load: (id) => (id.startsWith(VIRTUAL) ? MODULES[id.slice(VIRTUAL.length)] : undefined),
};
