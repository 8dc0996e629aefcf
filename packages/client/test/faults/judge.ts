import type { Fault, Known } from './fault.ts';
import type { FaultServers } from './serve.ts';

/** What a client says about a call, in the words of what is known; a success is `cancelled`. */
export type Said = Known;

/** Whether a client says more than is known. `unknown` never does. */
export function isWrong(fault: Fault, said: Said): boolean {
  return said !== 'unknown' && said !== fault.known;
}

/** Whether a client says less than is known, though it is told enough. */
export function isOverCautious(fault: Fault, said: Said): boolean {
  return said === 'unknown' && fault.known !== 'unknown' && fault.told !== false;
}

/** Whether a request was sent again, unasked, after one that may have arrived. */
export function isSentAgain(fault: Fault, { received }: FaultServers): boolean {
  return (
    received.filter((text) => text.startsWith(received[0]?.split('\r\n')[0] ?? '')).length >
    (fault.sends ?? 1)
  );
}
