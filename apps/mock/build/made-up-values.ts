import type { Rolldown } from 'tsdown';

const FAKER = '@faker-js/faker';
const LAZY = '\0made-up-values';

/**
 * Loads the library of made-up values when a first value is made up, which most users of the mock never ask for. Of its
 * languages Prism only asks for the English one; the other seventy weigh megabytes.
 */
export function madeUpValues(): Rolldown.Plugin {
  let english = '';
  return {
    name: 'made-up-values',
    async resolveId(id, importer) {
      if (id !== FAKER) return undefined;
      const found = await this.resolve(`${FAKER}/locale/en`, importer, { kind: 'require-call' });
      if (found === null) throw new Error(`${FAKER} has no English values. Look at what ${importer} loads.`);
      english = found.id;
      return LAZY;
    },
    load: (id) =>
      id === LAZY
        ? `exports.faker = new Proxy({}, { get: (_, name) => require(${JSON.stringify(english)}).faker[name] });`
        : undefined,
  };
}
