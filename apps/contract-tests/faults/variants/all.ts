import type { Server, UnspecifiedVariant, Variant } from '../variant.ts';
import { authorizationVariants } from './authorization.ts';
import { besideVariants } from './beside.ts';
import { bodyFormVariants } from './body-form.ts';
import { changing, unprovable } from './changing.ts';
import { errorVariants } from './errors.ts';
import { givenOrders, hiddenByOrders } from './given-orders.ts';
import { keyComparisonVariants } from './key-comparison.ts';
import { keysAndOrders } from './keys-and-orders.ts';
import { lenientVariants } from './lenient.ts';
import { methodVariants } from './methods.ts';
import { missingFieldVariants } from './missing-fields.ts';
import { orderCodeVariants } from './order-code.ts';
import { privateDataVariants } from './private-data.ts';
import { readingVariants } from './readings.ts';
import { stateVariants, undecidableVariants } from './state.ts';
import { spellingVariants } from './status-spelling.ts';
import { successCodeVariants } from './success-codes.ts';
import { successFieldVariants } from './success-fields.ts';
import { successFormVariants } from './success-form.ts';
import { successRequestVariants } from './success-requests.ts';
import { unspecifiedBodies } from './unspecified-bodies.ts';
import { unspecifiedHeaders } from './unspecified-headers.ts';
import { unspecifiedKeys } from './unspecified-keys.ts';
import { unspecifiedMethods } from './unspecified-methods.ts';
import { unspecifiedPaths } from './unspecified-paths.ts';
import { unspecifiedResponses } from './unspecified-responses.ts';
import { validCancelVariants } from './valid-cancel.ts';
import { wireVariants } from './wire.ts';

/** Servers that accept invalid requests, or refuse them in a wrong way. */
export const requestFaults: Variant[] = [
  ...authorizationVariants,
  ...keyComparisonVariants,
  ...orderCodeVariants,
  ...spellingVariants,
  ...missingFieldVariants,
  ...bodyFormVariants,
  ...methodVariants,
  ...besideVariants,
  ...errorVariants,
];

/** Servers that refuse valid requests, or respond to them in a wrong way. */
export const responseFaults: Variant[] = [
  ...validCancelVariants,
  ...successFieldVariants,
  ...successCodeVariants,
  ...successRequestVariants,
  ...successFormVariants,
  ...privateDataVariants,
  ...stateVariants,
  ...hiddenByOrders,
  ...wireVariants,
];

/** Servers with unspecified behaviour, or with a fault that a run cannot prove. */
export const unspecifiedVariants: UnspecifiedVariant[] = [
  ...unspecifiedKeys,
  ...unspecifiedHeaders,
  ...unspecifiedMethods,
  ...unspecifiedPaths,
  ...unspecifiedBodies,
  ...unspecifiedResponses,
  ...lenientVariants,
  ...undecidableVariants,
  ...unprovable,
];

/** Conforming servers: in another reading of what the contract leaves open, with other keys and orders, or not always alike. */
export const conformingVariants: Server[] = [
  ...readingVariants,
  ...keysAndOrders,
  ...givenOrders,
  ...changing,
];
