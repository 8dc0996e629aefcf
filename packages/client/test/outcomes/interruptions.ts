import { NOT_FOUND, RIGHT, SUCCESS } from '../documented.ts';
import type { Event, Happening } from './model.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const DOUBTFUL = { arrives: true, tells: 'unknown' } as const;
const both = [false, true];
const whatHappened = (cancels: boolean) => (cancels ? 'the order was cancelled' : 'the order is as it was');

/** Settles only when the client's signal fires, as `fetch` does. */
function hang({ signal }: Happening): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/** A response that sends the first part of its body and then runs `next`. */
function begun(
  status: number,
  text: string,
  next: (controller: ReadableStreamDefaultController) => void,
): Response {
  const body = new ReadableStream(
    { start: (controller) => controller.enqueue(bytes(text)), pull: next },
    { highWaterMark: 0 },
  );
  return new Response(body, { status });
}

/** A body that ends early, that waits for ever, or during which the caller gives up. */
const bodies: Event[] = [
  { of: 'success', status: SUCCESS, text: RIGHT, cancels: true },
  { of: 'success without the order', status: SUCCESS, text: '', cancels: true },
  { of: 'refusal', status: NOT_FOUND.status, text: JSON.stringify(NOT_FOUND.body), cancels: false },
].flatMap(({ of, status, text, cancels }): Event[] => {
  const given = { ...DOUBTFUL, cancels };
  const reset = Object.assign(new Error('terminated'), { code: 'ECONNREFUSED', syscall: 'connect' });
  return [
    {
      ...given,
      name: `the body of a ${of} is cut`,
      happen: async () => begun(status, text, (controller) => controller.error(reset)),
    },
    {
      ...given,
      name: `the body of a ${of} stalls`,
      happen: async () => begun(status, text, () => new Promise(() => {})),
    },
    {
      ...given,
      name: `the caller gives up in the body of a ${of}`,
      happen: async ({ abort }) =>
        begun(status, text, () => {
          abort();
          return new Promise<void>(() => {});
        }),
    },
  ];
});

/** No response comes before the time limit, or before the caller gives up. */
const silence: Event[] = [
  ...both.map((arrives): [boolean, boolean] => [arrives, false]),
  [true, true] as [boolean, boolean],
].flatMap(([arrives, cancels]): Event[] => {
  const given = { arrives, cancels, tells: 'unknown' } as const;
  const where = arrives ? `after the send (${whatHappened(cancels)})` : 'before the send';
  return [
    { ...given, name: `no response in time, ${where}`, happen: hang },
    {
      ...given,
      name: `the caller gives up ${where}`,
      happen: (happening) => {
        happening.abort();
        return hang(happening);
      },
    },
    {
      ...given,
      name: `the caller gives up a moment ${where}`,
      happen: (happening) => {
        void happening.wait(50).then(happening.abort);
        return hang(happening);
      },
    },
  ];
});

/** The caller gives up in the pause before the next attempt. */
const pauses: Event[] = [
  { status: 429, tells: 'rejected' as const, may: [false] },
  { status: 503, tells: 'unknown' as const, may: both },
].flatMap(({ status, tells, may }) =>
  may.map(
    (cancels): Event => ({
      name: `the caller gives up in the pause after a ${status} (${whatHappened(cancels)})`,
      arrives: true,
      cancels,
      tells,
      happen: async ({ wait, abort }) => {
        void wait(500).then(abort);
        return new Response('{"detail":"later"}', { status, headers: { 'retry-after': '1' } });
      },
    }),
  ),
);
const unsentPause: Event = {
  name: 'the caller gives up in the pause after a refused connection',
  arrives: false,
  cancels: false,
  tells: 'not_sent',
  happen: async ({ wait, abort }) => {
    void wait(1).then(abort);
    throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED', syscall: 'connect' } });
  },
};

/** Every kind of attempt that something interrupts. */
export const INTERRUPTIONS: readonly Event[] = [...bodies, ...silence, ...pauses, unsentPause];
