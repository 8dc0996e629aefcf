import type { Stop } from './stop.ts';

/** More than any answer of AX Cloud's has. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads the body of an answer to its end, or until it is larger than 1 MiB or no UTF-8: a guess at what its bytes mean
 * could look like an answer.
 *
 * @param stop gives the rest of the body up
 * @returns the text; empty when it is no UTF-8, undefined when it is too large
 * @throws whatever the connection fails with
 */
export async function readBody({ body }: Response, stop: Stop): Promise<string | undefined> {
  if (body === null) return '';
  const reader = body.getReader();
  // Of a body that is given up nobody wants to know how it ends. An answer may also come too late: nobody waits for it
  // any more, but its connection must not stay open.
  const giveUp = () => void reader.cancel().catch(() => {});
  stop.onEnd(giveUp);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let size = 0; size <= MAX_BYTES; ) {
    const { done, value } = await reader.read();
    try {
      text += decoder.decode(value, { stream: !done });
    } catch {
      giveUp();
      return '';
    }
    if (done) return text;
    size += value.length;
  }
  giveUp();
  return undefined;
}
