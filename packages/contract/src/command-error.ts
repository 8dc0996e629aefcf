/**
 * A command cannot do what it was asked, and its user can mend it. The message is the whole output: what happened, where,
 * and what to do. Anything else that is thrown is a fault of ours, and shows its stack.
 */
export class CommandError extends Error {
  override name = 'CommandError';
}
