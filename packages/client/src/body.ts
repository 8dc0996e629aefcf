import type { Stop } from './stop.ts';

/** More than any response of AX Cloud's has. */
const MAX_BYTES = 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true });

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
  stop.ended.catch(giveUp);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size <= MAX_BYTES; ) {
    const { done, value } = await reader.read();
    if (done) {
      // Most bodies come as one, and copying takes a noticeable part of a call.
      const bytes = chunks.length > 1 ? await new Blob(chunks).arrayBuffer() : chunks[0];
      try {
        return decoder.decode(bytes);
      } catch {
        return '';
      }
    }
    chunks.push(value);
    size += value.length;
  }
  giveUp();
  return undefined;
}
