import type { Rolldown } from 'tsdown';

const FAKER = '@faker-js/faker';
const LAZY = '\0made-up-values';

/**
 * Loads the library of made-up values with the first made-up value, because most users never ask for one. Prism uses only its
 * English values; the other seventy languages are megabytes of code.
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
