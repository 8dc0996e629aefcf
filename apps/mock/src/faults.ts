import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import { send, sendText } from './send.ts';

/** What a fault can do with the request that asked for it. */
interface Stage {
  request: IncomingMessage;
  response: ServerResponse;
  /** Reads the request to its end. */
  read(): Promise<unknown>;
  /** Reads the request, and gives the answer that any other order code would get. */
  answer(): Promise<Answer>;
  /** A path of the mock at which an order can be cancelled. */
  somePath: string;
}

/** Acts out one fault. When it resolves without having answered, no answer was sent. */
export type Perform = (stage: Stage) => Promise<void>;

const LATE_MS = 5000;
const PATIENCE_MS = 5 * 60_000;

/** Sends one and the same answer. */
export function replyWith(status: number, headers: Readonly<Record<string, string>>, text: string): Perform {
  return async ({ response, read }) => {
    await read();
    sendText(response, status, headers, text);
  };
}

export const resetBeforeReading: Perform = async ({ request }) => {
  request.socket.resetAndDestroy();
};

export const resetAfterReading: Perform = async ({ request, read }) => {
  await read();
  request.socket.resetAndDestroy();
};

export const answerNothing: Perform = async ({ request, read }) => {
  await read();
  const { socket } = request;
  const giveUp = setTimeout(() => socket.destroy(), PATIENCE_MS);
  await new Promise<void>((resolve) => socket.once('close', resolve));
  clearTimeout(giveUp);
};

export const answerLate: Perform = async (stage) => {
  const answer = await stage.answer();
  // Not counted as work to be done: a mock that closes does not wait for it.
  if (isSuccess(answer)) await wait(LATE_MS, undefined, { ref: false });
  send(stage.response, answer);
};

/** Another origin that leads here: a client that follows it is seen, and reaches nobody else. */
export const answerElsewhere: Perform = async ({ request, response, read, somePath }) => {
  await read();
  const { host = '' } = request.headers;
  // As the client knows the port, which may be mapped to another one here.
  const [, port = request.socket.localPort] = /:(\d{1,5})$/.exec(host) ?? [];
  const elsewhere = host.startsWith('127.0.0.1') ? 'localhost' : '127.0.0.1';
  const location = `http://${elsewhere}:${port}${somePath}`;
  sendText(response, 307, { location, 'content-type': 'text/html' }, '');
};

/** Every status of the answer is that of an order that nothing has happened to. */
export const keepAsItWas: Perform = async (stage) => {
  const answer = await stage.answer();
  const fields = Object.entries(Object(answer.body));
  const body = Object.fromEntries(
    fields.map(([name, value]) => [name, name.endsWith('_status') ? 'New' : value]),
  );
  send(stage.response, isSuccess(answer) ? { ...answer, body } : answer);
};

/** The envelope of the page's table of response parameters. */
export const wrapInEnvelope: Perform = async (stage) => {
  const answer = await stage.answer();
  const body = { status_code: answer.status, data: answer.body };
  send(stage.response, isSuccess(answer) ? { ...answer, body } : answer);
};

export const cutBody: Perform = async (stage) => {
  const answer = await stage.answer();
  if (!isSuccess(answer)) return send(stage.response, answer);
  const text = JSON.stringify(answer.body);
  stage.response.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  stage.response.write(half(text), () => stage.request.socket.destroy());
};

export const truncateJson: Perform = async (stage) => {
  const answer = await stage.answer();
  if (!isSuccess(answer)) return send(stage.response, answer);
  sendText(
    stage.response,
    answer.status,
    { 'content-type': 'application/json' },
    half(JSON.stringify(answer.body)),
  );
};

/** An invalid request gets the documented answer also where a success is to be spoilt. */
function isSuccess({ status }: Answer): boolean {
  return status === 200;
}

function half(text: string): string {
  return text.slice(0, text.length / 2);
}
