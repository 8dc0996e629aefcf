import { type Condition, FORWARD } from './condition.ts';
import { nginxError } from './nginx.ts';

/** A gateway that takes no body of more than so many bytes. */
export const bodyLimit =
  (most: number): Condition =>
  ({ body }) =>
    body.length > most ? nginxError(413) : FORWARD;
