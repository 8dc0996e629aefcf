import { readFileSync, writeFileSync } from 'node:fs';
import type { GeneratedClient, GeneratedClients } from '@ax-cloud/contract/generated-clients';
import { markdownTable, replaceBetweenMarkers } from '@ax-cloud/contract/scenario-table';

const README = new URL('../../README.md', import.meta.url);
const [START, END] = ['<!-- generators:start -->', '<!-- generators:end -->'];

/** The table between the markers of the README. */
export function readTable(): string {
  const text = readFileSync(README, 'utf8');
  return text.slice(text.indexOf(START) + START.length, text.indexOf(END)).trim();
}

/** Puts the table of these results between the markers. */
export function writeTableIntoReadme(results: GeneratedClients): void {
  writeFileSync(README, replaceBetweenMarkers(readFileSync(README, 'utf8'), 'generators', toTable(results)));
}

/** The results as a table in Markdown: one row for each client, one column for each documented status. */
export function toTable({ clients }: Pick<GeneratedClients, 'clients'>): string {
  const statuses = [...new Set(clients.flatMap(({ responses }) => responses.map(({ status }) => status)))];
  const head = ['language', 'generator', 'version', ...statuses.map(String), 'undeclared fields', 'to set'];
  const rows = clients.map((client) => [
    client.language,
    nameOf(client),
    client.version,
    ...statuses.map((status) => cell(client, status)),
    extended(client),
    client.setting?.why.en ?? '',
  ]);
  return markdownTable([head, ...rows]);
}

function nameOf({ generator, target, library, kind }: GeneratedClient): string {
  const parts = [generator, target, library].filter((part) => part !== undefined);
  return `${parts.join(', ')}${kind === 'server' ? ' (server)' : ''}`;
}

function cell({ responses, kind }: GeneratedClient, wanted: number): string {
  const response = responses.find(({ status }) => status === wanted);
  if (response === undefined) return '';
  if (response.problems.length > 0) return response.problems.join(', ');
  if (kind === 'server') return 'sent';
  return response.raised === null ? 'returned' : `\`${response.raised}\``;
}

function extended({ responses }: GeneratedClient): string {
  const problems = responses.flatMap(
    ({ problemsWithExtraFields }): readonly string[] => problemsWithExtraFields ?? ['–'],
  );
  return problems.length === 0 ? 'read' : [...new Set(problems)].join(', ');
}
