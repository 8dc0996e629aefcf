import { readFile } from 'node:fs/promises';
import schema from '@ax-cloud/channel-spec/report.schema.json' with { type: 'json' };
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Report } from '@ax-cloud/contract/report';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The current contract of the repository. */
export interface CurrentContract {
  version: string;
  /** See `fingerprintOf`. */
  sha256: string;
}

const AGAIN = 'Run "pnpm contract" again.';

/**
 * Reads a report of a run against a server.
 *
 * @throws {CommandError} if the report is missing, malformed, about the mock, or about another contract
 */
export async function readReport(path: string, contract: CurrentContract): Promise<Report> {
  const report = await parseReport(path);
  const { version, sha256 } = report.contract;
  if (report.target.kind === 'mock')
    throw new CommandError(
      `${path} is about the mock, which does what the contract says and settles nothing. Run "pnpm contract" with AX_BASE_URL against a server.`,
    );
  if (version !== contract.version)
    throw new CommandError(
      `${path} is about version ${version} of the contract, which is at ${contract.version} now. ${AGAIN}`,
    );
  if (sha256 !== contract.sha256)
    throw new CommandError(
      `${path} is about another text of the contract ${version}: it has changed since the run, or the run was under a --reading. ${AGAIN}`,
    );
  return report;
}

async function parseReport(path: string): Promise<Report> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(
      `There is no report ${path}. Give the contract.json of a run, or question=reading with --because.`,
    );
  });
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON. Give the contract.json of a run.`);
  }
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile<Report>(schema);
  if (validate(report)) return report;
  const [error] = validate.errors ?? [];
  throw new CommandError(
    `${path} is not a report of these contract tests (${error?.instancePath || '/'} ${error?.message}). ${AGAIN}`,
  );
}
