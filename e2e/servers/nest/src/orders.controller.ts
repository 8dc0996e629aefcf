import { BadRequestException, Body, Controller, Param, Patch, Res, UseGuards } from '@nestjs/common';
import { behaviour } from '../../node/behaviour.mjs';
// Not only a type: Nest reads the class at run time.
import { CancelOrderDto } from './cancel-order.dto.ts';
import { KeyGuard, type Reply, refusal } from './key.guard.ts';
import { OrderPipe } from './order.pipe.ts';
import { type Outgoing, send } from './send.ts';

/** The one call of the page. */
@Controller('v1/channel/orders/tour')
@UseGuards(KeyGuard)
export class OrdersController {
  @Patch(':axOrderCode')
  async cancel(
    @Param('axOrderCode', OrderPipe) order: Order,
    @Body() body: CancelOrderDto,
    @Res() response: Outgoing,
  ): Promise<void> {
    const objections = Object.values<string[]>(behaviour.objections(body)).flat();
    if (objections.length > 0) throw new BadRequestException(objections);
    const conflict: Reply | undefined = await behaviour.change(order, body);
    if (conflict !== undefined) throw refusal(conflict);
    send(response, await behaviour.success(order));
  }
}

interface Order {
  axCode: string;
}
