import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The same text in English and in Korean. */
export interface Bilingual {
  en: string;
  ko: string;
}

/** One generated client (or server), as generators.yaml describes it. */
export interface Row {
  /** Also the folder of its consumer. */
  id: string;
  language: string;
  /** A key of `generators`. */
  generator: string;
  /** What it generates: `java` for openapi-generator. */
  target?: string;
  /** The variant of the target: `native`. */
  library?: string;
  /** What is set when generating, by name. */
  options?: Readonly<Record<string, string>>;
  /** A folder with what its consumer shares with others. */
  shares?: string;
  /** How it is compiled: a key of the toolchains. */
  toolchain: string;
  kind: 'client' | 'server';
  /** How a program reads an error's body: a line of the consumer. Not at a server. */
  readsError?: string;
  /** What must be set so that it works, beside the options above; as it is generated, it does not. */
  setting?: Setting;
}

/** What a user must set. Both are lines that are tried: `options` when generating, `code` in the consumer. */
interface Setting {
  why: Bilingual;
  options?: Readonly<Record<string, string>>;
  code?: string;
}

interface Rows {
  /** The version of each generator, as it says itself. */
  generators: Readonly<Record<string, { version: string }>>;
  rows: readonly Row[];
}

/** The hand-written list of generators. */
export const { generators: GENERATOR_VERSIONS, rows: ROWS }: Rows = parse(
  readFileSync(new URL('../../generators/generators.yaml', import.meta.url), 'utf8'),
);

/** A row as it is generated without what must be set. */
export function withoutSetting({ setting: _, ...row }: Row): Row {
  return row;
}

/** The options that a row is generated with. */
export function optionsOf({ options, setting }: Row): Readonly<Record<string, string>> {
  return { ...options, ...setting?.options };
}
