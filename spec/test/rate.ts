import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { highestChange, type VersionChange } from '../rules/version.ts';
import { contract, type Document, type Edit } from './edit.ts';

const REDOCLY = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const CONFIG = fileURLToPath(new URL('../redocly.yaml', import.meta.url));

interface Difference {
  path: string;
  impact: VersionChange;
}

/**
 * The version change that `redocly diff` demands for each edit of the pinned contract, with the rules of this contract. All are
 * rated in one run, because starting Redocly takes longer than comparing: each edited contract is one path of a document.
 */
export function rate(edits: readonly Edit[]): VersionChange[] {
  const folder = mkdtempSync(join(tmpdir(), 'contract diff '));
  const write = (name: string, documents: readonly Document[]) =>
    writeFileSync(join(folder, name), JSON.stringify(combine(documents)));
  try {
    write('before.json', edits.map(contract));
    write(
      'after.json',
      edits.map((edit) => {
        const document = contract();
        edit(document);
        return document;
      }),
    );
    const report = join(folder, 'diff.json');
    const args = ['before.json', 'after.json', '--config', CONFIG, '--fail-on=none', '--format=json'];
    const { status, stderr } = spawnSync(process.execPath, [REDOCLY, 'diff', ...args, '--output', report], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const { changes } = JSON.parse(readFileSync(report, 'utf8')) as { changes: Difference[] };
    return edits.map((_, index) =>
      highestChange(
        changes.filter(({ path }) => path.startsWith(`#/paths/~1${index}~1`)).map(({ impact }) => impact),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One document that has each of the others at a path of its own, with schemas of its own. */
function combine(documents: readonly Document[]): Document {
  const parts = documents.map((document, index) => {
    const { paths, security, components } = JSON.parse(
      JSON.stringify(document).replaceAll('#/components/schemas/', `#/components/schemas/${index}-`),
    ) as { paths: Document; security?: unknown; components: { schemas: Document } };
    return {
      paths: Object.entries(paths).map(([path, item]) => [
        `/${index}${path}`,
        withSecurity(item as Document, security),
      ]),
      schemas: Object.entries(components.schemas).map(([name, schema]) => [`${index}-${name}`, schema]),
    };
  });
  const { components, ...common } = contract();
  return {
    ...common,
    security: [],
    paths: Object.fromEntries(parts.flatMap(({ paths }) => paths)),
    components: {
      ...(components as Document),
      schemas: Object.fromEntries(parts.flatMap(({ schemas }) => schemas)),
    },
  };
}

/** Moves the document's security to its operation, and removes the samples, whose files lie elsewhere. */
function withSecurity(item: Document, security: unknown): Document {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const { 'x-codeSamples': _, ...rest } = operation as Document;
      return [method, security === undefined ? rest : { ...rest, security }];
    }),
  );
}
