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

  /** Also true for an error of another copy of this package, such as the one that `require` loads beside `import`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const { name, failure } = Object(value);
    // biome-ignore-start lint/complexity/noThisInStatic: in a subclass it is the subclass, which is checked as usual.
    if (this === ChannelCancelError && name === 'ChannelCancelError' && failure) return true;
    return Function.prototype[Symbol.hasInstance].call(this, value);
    // biome-ignore-end lint/complexity/noThisInStatic: the rest of the class.
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
 * @throws {TypeError} for something else than a result, such as the promise of one
 */
export function orThrow(result: CancelResult): CancelledOrder {
  if (result.ok) return result.order;
  if (!result.error) throw new TypeError('orThrow got no result. Await the call: orThrow(await …).');
  throw new ChannelCancelError(result.error);
}
