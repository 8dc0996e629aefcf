/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

/** The name and the version of this package, as a server sees them. */
export const USER_AGENT = 'ax-cloud-channel-client/1.0.0' as const;
