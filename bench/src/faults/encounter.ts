import type { Known } from '../../../packages/client/test/faults/fault.ts';

/** The result of one fault with one library. */
export interface Encounter {
  group: string;
  does: string;
  known: Known;
  /** False where no code of Node.js could say that nothing was sent. */
  told: boolean;
  ended: 'success' | 'failure' | 'nothing';
  falseSuccess: boolean;
  /** A request was sent again after one that may have arrived, and the server had not asked for it. */
  sentAgain: boolean;
  /** The key or the order reached the second server. */
  elsewhere: boolean;
  /** The error shows the key. */
  keyShown: boolean;
  /** What tells errors apart for a program; empty if there is no error. */
  signature: string;
}
