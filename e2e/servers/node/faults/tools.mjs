import { setTimeout } from 'node:timers/promises';

/** "찾을 수 없습니다." in UTF-8, read as Latin-1 and written again. */
export const MOJIBAKE = Buffer.from('찾을 수 없습니다.').toString('latin1');

/** Waits some milliseconds. */
export const pause = (milliseconds) => setTimeout(milliseconds);

/** A response: an object is sent as JSON, a text or bytes as they are. */
export function reply(status, body, type) {
  if (type === undefined) return { status, json: body };
  return { status, raw: body, headers: { 'content-type': type } };
}
