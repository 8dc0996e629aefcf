/**
 * An error that the user of a command can fix. The message is the whole output: what happened, where, and what to do.
 * Any other error is a bug of ours, and shows its stack.
 */
export class CommandError extends Error {
  override name = 'CommandError';
}
