import { FORMATS } from '@ax-cloud/contract/schema';

/**
 * Whether the channel's code of an order, put into the path in place of AX Cloud's, can name no other order. Where both are numbers
 * or the like, the channel's code of one order may be AX Cloud's code of another, which a server would cancel.
 */
export function namesNoOther(channelCode: string, axCode: string): boolean {
  return isUuid(channelCode) || isUuid(axCode);
}

/** Whether a response has a UUID in small letters, as UUIDs are written, in place of the one in other letters (RFC 9562, 4). */
export function isWrittenUuid(received: unknown, sent: unknown): boolean {
  return isUuid(sent) && received === String(sent).toLowerCase();
}

function isUuid(code: unknown): boolean {
  return typeof code === 'string' && FORMATS.uuid?.test(code) === true;
}
