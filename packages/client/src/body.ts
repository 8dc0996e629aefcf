import type { Stop } from './stop.ts';

/** More than any response of AX Cloud's has. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads the body of a response to its end, or until it is larger than 1 MiB.
 *
 * @param stop gives the rest of the body up
 * @returns the text; empty when it is not UTF-8, because a guess at what its bytes mean could look like a response;
 * undefined when it is too large
 * @throws whatever the connection fails with
 */
export async function readBody({ body }: Response, stop: Stop): Promise<string | undefined> {
  if (body === null) return '';
  const reader = body.getReader();
  // Ignore errors from cancelling an abandoned body. A response may also come too late: nobody waits for it
  // any more, but its connection must not stay open.
  const giveUp = () => void reader.cancel().catch(() => {});
  stop.onEnd(giveUp);
  const chunks: Uint8Array[] = [];
  for (let size = 0; size <= MAX_BYTES; ) {
    const { done, value } = await reader.read();
    if (done) return decode(chunks, size);
    chunks.push(value);
    size += value.length;
  }
  giveUp();
  return undefined;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(chunks: readonly Uint8Array[], size: number): string {
  let [bytes] = chunks;
  // Most bodies come as one, and copying takes a noticeable part of a call.
  if (chunks.length > 1) {
    bytes = new Uint8Array(size);
    let end = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, end);
      end += chunk.length;
    }
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
}
