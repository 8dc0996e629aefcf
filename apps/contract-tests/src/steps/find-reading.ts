import type { CaseContext, Established } from '../case.ts';
import { statusesOf } from '../cases/answer-fields.ts';
import { type Body, cancelRequest, exampleOfRun, otherExample, taggedBody } from '../cases/requests.ts';
import type { Answer } from '../exchange.ts';
import { CONTRACT_READING, type NamesReading, type Reading, unwrap } from '../reading.ts';

/** An order that could not be cancelled. */
export interface Refused {
  /** The answer to the contract's own cancel. */
  refusal: Answer;
  /** True when the server calls a valid value invalid. */
  asInvalid: boolean;
}

/** A valid cancel in one reading of the page. */
interface Rung {
  names: NamesReading;
  body: Body;
}

/**
 * The ways to cancel an order that the page may mean, the contract's first. The next three are within the contract as well:
 * where they succeed and the first does not, the server refuses a comment or a kind of cancel.
 */
function rungs(context: Pick<CaseContext, 'contract' | 'runId'>): Rung[] {
  const body = taggedBody(context);
  const { comment: _, ...bare } = body;
  return [
    { names: 'table', body: exampleOfRun(context) },
    { names: 'table', body },
    { names: 'table', body: bare },
    { names: 'table', body: otherExample(context.contract) },
    { names: 'curl', body },
    { names: 'both', body },
    { names: 'channel-status-alone', body },
  ];
}

/**
 * Cancels the order of the context in the first reading that the server follows, and finds that reading by it.
 *
 * @returns how the order was cancelled, or what came of the attempts when it was not
 * @throws {NoAnswer} when the server gives no complete answer
 */
export async function findReading(context: CaseContext): Promise<Established | Refused> {
  const before: Established['before'][number][] = [];
  let weak: Established | undefined;
  for (const { names, body } of rungs(context)) {
    const reading = { ...CONTRACT_READING, names };
    const answer = await context.send(cancelRequest({ ...context, reading }, { body }));
    const found = { orderCode: context.orderCode, names, body, answer, before: [...before] };
    before.push({ names, body, answer });
    if (answer.status < 300) {
      // A server that ignores names that it does not know answers 200 and changes nothing.
      if (!showsNoChange(answer, body)) return found;
      weak ??= found;
    }
    // The order or the key is not what the server wants; other bodies cannot help.
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) break;
  }
  if (weak !== undefined) return weak;
  const [first] = before;
  if (first === undefined) throw new Error('No cancel was tried.');
  return { refusal: first.answer, asInvalid: await isRefusedAsInvalid(context, first) };
}

/** A status that no server knows. */
const NO_STATUS = 'Cancelled by nobody';

/**
 * Whether the server refuses a valid value in the words in which it refuses one that is not. A server that knows the
 * value has other words for an order that is spent.
 */
async function isRefusedAsInvalid(
  context: CaseContext,
  first: { body: Body; answer: Answer },
): Promise<boolean> {
  const fields = statusesOf(first.answer.json);
  const name = ['ax_status', 'channel_status', 'comment'].find((one) => one in fields);
  if (name === undefined) return false;
  const answer = await context.send(cancelRequest(context, { body: { ...first.body, [name]: NO_STATUS } }));
  const words = (body: unknown, value: unknown) =>
    JSON.stringify(body)?.replaceAll(JSON.stringify(value).slice(1, -1), '');
  const said = words(fields[name], first.body[name]);
  return said !== undefined && said === words(statusesOf(answer.json)[name], NO_STATUS);
}

/** The reading that an answer to a successful cancel shows. */
export function readingOf({ answer, names, orderCode }: Established): Reading {
  const { ax_order_code, channel_order_code } = statusesOf(answer.json);
  const channel = channel_order_code === orderCode && ax_order_code !== orderCode;
  return {
    names,
    enveloped: unwrap(answer.json).enveloped,
    pathCode: channel ? 'channel' : 'ax',
    ignoresAxStatus: names === 'channel-status-alone',
  };
}

/** Both statuses are there, and neither is the one that was sent. */
function showsNoChange({ json }: Answer, body: Body): boolean {
  const { ax_order_status, channel_order_status } = statusesOf(json);
  const unchanged = (status: unknown, sent: unknown) => typeof status === 'string' && status !== sent;
  return unchanged(ax_order_status, body.ax_status) && unchanged(channel_order_status, body.channel_status);
}
