import { type Condition, FORWARD } from './condition.ts';
import { nginxError } from './nginx.ts';

/** A gateway that refuses bodies of more than `most` bytes. */
export const bodyLimit =
  (most: number): Condition =>
  ({ body }) =>
    body.length > most ? nginxError(413) : FORWARD;
