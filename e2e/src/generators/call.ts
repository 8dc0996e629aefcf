import { execFile } from 'node:child_process';
import { isDeepStrictEqual, promisify } from 'node:util';
import type { Contract } from '@ax-cloud/contract/contract';
import { startFront } from './front.ts';
import type { Call } from './plan.ts';
import type { Program } from './toolchains.ts';

/** What went wrong in a call. */
export type Problem =
  /** The generated code does not compile. */
  | 'not-compiled'
  /** No request reached the mock. */
  | 'not-sent'
  /** A field was sent as null that was to be left out. */
  | 'null-sent'
  /** The request had another body than the one that was to be sent. */
  | 'altered'
  /** The mock refused the request, because something was missing in it or wrong. */
  | 'refused'
  /** The client reported another status than the mock's, or none. */
  | 'status-lost'
  /** The client did not report the response's fields by its generated types. */
  | 'body-lost';

/** The result of a call. */
export interface Outcome {
  /** What was tried. */
  name: string;
  /** The status that was to be read, or sent by a server. */
  status: number;
  /** Whether the response had fields that the contract does not declare. */
  extraFields: boolean;
  /** The name of the exception or error that the client raised; null where it returned the response. */
  raised: string | null;
  problems: readonly Problem[];
  /** What the consumer printed and what it sent, for a person who looks for the reason. */
  seen: string;
}

/** What a consumer prints: one line of JSON. */
interface Printed {
  status: number | null;
  raised: string | null;
  /** The declared fields of the response, read through the generated types; null for none. */
  body: unknown;
}

/** Enough for a virtual machine on a busy computer. */
const LIMIT_MS = 120_000;

/**
 * Lets a generated client make a call.
 *
 * @param asGenerated whether the consumer leaves out what must be set
 */
export async function makeCall(
  program: Program,
  call: Call,
  { contract, mock, asGenerated }: { contract: Contract; mock: string; asGenerated: boolean },
): Promise<Outcome> {
  const front = await startFront(contract, mock, call.alteration);
  try {
    await fetch(`${mock}/_mock/requests`, { method: 'DELETE' });
    const env = { ...call.given, BASE_URL: front.origin, ...(asGenerated && { AS_GENERATED: '1' }) };
    const printed = await runConsumer(program, env);
    const recorded = await readRecorded(mock);
    const problems = [...judgeRequest(call, recorded), ...judgeResponse(call, recorded, printed)];
    return {
      name: call.name,
      status: call.expected.status,
      extraFields: call.alteration.extraFields ?? false,
      raised: printed.raised,
      problems,
      seen: JSON.stringify({ printed, recorded }),
    };
  } finally {
    await front.close();
  }
}

async function runConsumer({ command, args, env }: Program, given: Record<string, string>): Promise<Printed> {
  const { stdout, stderr } = await promisify(execFile)(command, args, {
    timeout: LIMIT_MS,
    // Java decodes its environment, and encodes what it prints, by the locale.
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env, ...given },
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`The consumer printed no line of JSON, but: ${stdout}${stderr}`, { cause });
  }
}

/** What the mock shows of a request. */
interface Recorded {
  body?: string;
  status: number | null;
}

async function readRecorded(mock: string): Promise<Recorded[]> {
  const response = await fetch(`${mock}/_mock/requests`);
  const { requests } = (await response.json()) as { requests: Recorded[] };
  return requests.map(({ body, status }) => ({ ...(body !== undefined && { body }), status }));
}

function judgeRequest({ sent }: Call, recorded: readonly Recorded[]): Problem[] {
  if (recorded.length === 0) return ['not-sent'];
  return recorded.flatMap(({ body: text }): Problem[] => {
    const body: unknown = JSON.parse(text || 'null');
    if (isDeepStrictEqual(body, sent)) return [];
    return [isDeepStrictEqual(withoutNulls(body), sent) ? 'null-sent' : 'altered'];
  });
}

function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function judgeResponse(
  { expected }: Call,
  recorded: readonly Recorded[],
  { status, body }: Printed,
): Problem[] {
  if (recorded.some((one) => one.status !== expected.status)) return ['refused'];
  return [
    ...(status === expected.status ? [] : (['status-lost'] as const)),
    ...(isDeepStrictEqual(body, expected.body) ? [] : (['body-lost'] as const)),
  ];
}
