import type { CancelFailure, CancelledOrder, CancelResult, Outcome } from './result.ts';

/** A failure as an exception, for those who use them. Its message is the failure's. */
export class ChannelCancelError extends Error {
  override readonly name = 'ChannelCancelError';
  /** All that is known. Narrow it by `kind`. */
  readonly failure: CancelFailure;

  constructor(failure: CancelFailure) {
    super(failure.message, 'cause' in failure ? { cause: failure.cause } : undefined);
    this.failure = failure;
  }

  get kind(): CancelFailure['kind'] {
    return this.failure.kind;
  }

  /** What is known of the order. */
  get outcome(): Outcome {
    return this.failure.outcome;
  }
}

/**
 * Gives the order of a success: `orThrow(await channel.cancelTourOrder(…))`.
 *
 * @throws {ChannelCancelError} for every failure
 */
export function orThrow(result: CancelResult): CancelledOrder {
  if (result.ok) return result.order;
  throw new ChannelCancelError(result.error);
}
