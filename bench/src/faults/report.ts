import { readFile, writeFile } from 'node:fs/promises';
import { replaceBetweenMarkers } from '@ax-cloud/contract/scenario-table';
import { PEERS_BLOCK, type PeersResult, writePeers } from '../../../packages/client/test/faults/peers.ts';
import { showRun } from '../run.ts';
import { formatMarkdown, formatPlain, type Table } from '../table.ts';

const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
const READMES = { en: 'packages/client/README.md', ko: 'packages/client/README.ko.md' } as const;

/** Prints a result, and writes it to `faults-result.json`, `faults-result.md` and the client's READMEs. */
export async function report(result: PeersResult): Promise<void> {
  console.log(`${showRun(result)}\n\n${formatPlain(tabulate(result))}\n`);
  await writeFile(at('bench/faults-result.json'), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(at('bench/faults-result.md'), toMarkdown(result));
  for (const language of ['en', 'ko'] as const) {
    const readme = await readFile(at(READMES[language]), 'utf8');
    const filled = replaceBetweenMarkers(readme, PEERS_BLOCK, writePeers(result, language));
    await writeFile(at(READMES[language]), filled);
  }
  console.log('Written to bench/faults-result.json, bench/faults-result.md and the READMEs of the client.');
}

function tabulate({ rows, faults, notSent }: PeersResult): Table {
  return [
    ['', 'version', 'false success', 'elsewhere', 'key shown', 'told not sent', 'sent again', 'no result'],
    ...rows.map((row) => [
      row.name,
      row.version,
      `${row.falseSuccess.length} of ${faults}`,
      `${row.elsewhere.length}`,
      `${row.keyShown.length} of ${row.failures}`,
      `${row.toldNotSent.length} of ${notSent}`,
      `${row.sentAgain.length}`,
      `${row.noResult.length}`,
    ]),
  ];
}

function toMarkdown(result: PeersResult): string {
  return `# The client and other libraries on servers with faults

Written by \`pnpm bench faults\`; what the columns mean is in the [README](README.md).
${showRun(result)} ${result.faults} faults.

${formatMarkdown(tabulate(result))}

${result.rows.map(describeRow).join('\n')}`;
}

function describeRow({
  name,
  falseSuccess,
  elsewhere,
  sentAgain,
  noResult,
}: PeersResult['rows'][number]): string {
  return [
    `## ${name}`,
    describeList('Reported a false success, when the server', falseSuccess),
    describeList('Sent the key or the order to another server, when the first one', elsewhere),
    describeList('Sent the request again, when the server', sentAgain),
    describeList('Gave no result, when the server', noResult),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function describeList(title: string, faults: readonly string[]): string {
  return faults.length === 0 ? '' : `${title}:\n\n${faults.map((fault) => `- ${fault}`).join('\n')}`;
}
