import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { redocly } from './redocly.ts';
import { type Node, objectOf } from './rule.ts';
import { highestChange, type VersionChange } from './version.ts';

/** What a change demands of the version, and what in it demands it. */
export interface DemandedChange {
  change: VersionChange;
  reason: string;
}

/** The part of the report of `redocly diff` that is read here. */
interface Diff {
  changes: readonly {
    impact: VersionChange;
    path: string;
    /** Set where something is modified. */
    property?: string;
    verdicts: readonly { message: string }[];
  }[];
}

const REPORT = '.lint/diff.json';
const INFO = '#/info';

/**
 * Compares two bundles. Redocly rates what changed, by its own rules and those of `change-rules.ts`; it does not compare
 * lists in extensions and values of examples, which are compared here.
 *
 * @param folder the spec's, or that of a copy
 * @param before a bundle's path in it
 * @throws {Error} when one of them cannot be read
 */
export function demandedChange(folder: string, before: string, after: string): DemandedChange {
  mkdirSync(join(folder, '.lint'), { recursive: true });
  const args = ['--format=json', '--fail-on=none', `--output=${REPORT}`];
  const { ok, text } = redocly(['diff', before, after, ...args], folder);
  if (!ok) throw new Error(`"redocly diff" failed:\n${text.trim()}`);
  const { changes } = JSON.parse(readFileSync(join(folder, REPORT), 'utf8')) as Diff;
  const found: DemandedChange[] = changes
    .filter(({ path, property }) => !(path === INFO && property === 'version'))
    .map(({ impact, path, property, verdicts: [verdict] }) => ({
      change: impact,
      reason: `${path}: ${verdict?.message ?? `${property ?? 'It'} changed.`}`,
    }));
  const [old, now] = [before, after].map((file) => parse(readFileSync(join(folder, file), 'utf8')) as Node);
  if (!isDeepStrictEqual(cancelsOf(old), cancelsOf(now)))
    found.push({ change: 'major', reason: 'x-cancels: Different values are cancels.' });
  if (!isDeepStrictEqual(withoutVersion(old), withoutVersion(now)))
    found.push({ change: 'patch', reason: 'Values of examples or extensions changed.' });
  const change = highestChange(found.map((one) => one.change));
  const reasons = found.filter((one) => one.change === change);
  const more = reasons.length > 1 ? ` And ${reasons.length - 1} more.` : '';
  return { change, reason: `${reasons[0]?.reason ?? 'Nothing changed.'}${more}` };
}

/** The values of the schemas that are cancels, by the name of the schema. */
function cancelsOf(document: Node | undefined): [string, unknown][] {
  return Object.entries(objectOf(objectOf(document?.components).schemas)).flatMap(([name, schema]) => {
    const cancels = objectOf(schema)['x-cancels'];
    return cancels === undefined ? [] : [[name, cancels]];
  });
}

function withoutVersion(document: Node | undefined): Node {
  const { version: _, ...info } = objectOf(document?.info);
  return { ...document, info };
}
