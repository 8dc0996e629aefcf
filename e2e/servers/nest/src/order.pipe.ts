import { Injectable, type PipeTransform } from '@nestjs/common';
import { behaviour } from '../../node/behaviour.mjs';
import { refusal } from './key.guard.ts';

/** Finds the order of the path, before the body is looked at. */
@Injectable()
export class OrderPipe implements PipeTransform<string, object> {
  transform(code: string): object {
    const order = behaviour.find(code);
    if (order === undefined) throw refusal(behaviour.notFound());
    const refused = order.foreign ? behaviour.foreign(order) : undefined;
    if (refused !== undefined) throw refusal(refused);
    return order;
  }
}
