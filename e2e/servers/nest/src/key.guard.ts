import { type CanActivate, type ExecutionContext, HttpException, Injectable } from '@nestjs/common';
import { behaviour } from '../../node/behaviour.mjs';

/** Lets a request with the key in; every other request gets 403. */
@Injectable()
export class KeyGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { headers, query, socket, params } = context.switchToHttp().getRequest();
    if (behaviour.lookupFirst && behaviour.find(params.axOrderCode) === undefined) {
      throw refusal(behaviour.notFound());
    }
    const { authorization } = headers;
    if (await behaviour.isKey({ authorization, headers, query, connection: socket })) return true;
    throw refusal(behaviour.forbidden());
  }
}

/** A response that the filter of main.ts sends as it is. */
export class Refusal extends HttpException {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(reply.json ?? '', reply.status);
    this.reply = reply;
  }
}

/** What the shared behaviour responds. */
export interface Reply {
  status: number;
  json?: Record<string, unknown>;
  raw?: string | Buffer;
  headers?: Record<string, string>;
}

export function refusal(reply: Reply): Refusal {
  return new Refusal(reply);
}
