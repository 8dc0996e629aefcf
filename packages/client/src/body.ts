import type { Answer } from './answer.ts';

/** More than any answer of AX Cloud's has. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads the body of an answer to its end, or until it is larger than 1 MiB.
 *
 * @param signal gives the rest of the body up
 * @throws whatever the connection fails with
 */
export async function readAnswer(response: Response, signal: AbortSignal): Promise<Answer> {
  const bytes = response.body === null ? new Uint8Array() : await readBytes(response.body, signal);
  return { response, text: bytes && decode(bytes), tooLarge: bytes === undefined };
}

async function readBytes(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const reader = body.getReader();
  // Of a body that is given up nobody wants to know how it ends.
  const giveUp = () => void reader.cancel().catch(() => {});
  // An answer may also come too late: nobody waits for it any more, but its connection must not stay open.
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, size);
    chunks.push(value);
    size += value.length;
    if (size > MAX_BYTES) {
      giveUp();
      return undefined;
    }
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first?.length === size) return first;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Undefined for bytes that are no UTF-8: a guess at what they mean could look like an answer. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
