export type { CancellationInput, CancelStatus } from './cancellation.ts';
export { type ChannelClient, createChannelClient } from './client.ts';
export type { ApiKey, ChannelClientOptions, Environment, Exchange, Fetch } from './configuration.ts';
export type { components, operations, paths } from './generated/openapi.d.ts';
export { ChannelCancelError, orThrow } from './or-throw.ts';
export type { RawClient } from './raw.ts';
export type {
  CancelFailure,
  CancelledOrder,
  CancelResult,
  FailureCause,
  FieldErrors,
  Outcome,
  Requested,
  ResponseHeaders,
} from './result.ts';
