import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Refusal } from './key.guard.ts';
import { send } from './send.ts';

/** Sends the refusals that the page documents; Nest's own filter keeps all others. */
@Catch(Refusal)
export class RefusalFilter implements ExceptionFilter<Refusal> {
  catch({ reply }: Refusal, host: ArgumentsHost): void {
    send(host.switchToHttp().getResponse(), reply);
  }
}
