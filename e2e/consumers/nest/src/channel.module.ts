import { type ChannelClient, createChannelClient } from '@ax-cloud/channel-client';
import {
  BadGatewayException,
  Controller,
  HttpCode,
  Inject,
  Injectable,
  Module,
  Param,
  Post,
  UnprocessableEntityException,
} from '@nestjs/common';

const CHANNEL = Symbol('CHANNEL');

@Injectable()
export class CancellationService {
  constructor(@Inject(CHANNEL) private readonly channel: ChannelClient) {}

  async cancel(code: string): Promise<string> {
    const result = await this.channel.cancelTourOrder(code, { status: 'Traveler cancel' });
    if (result.ok) return result.order.ax_order_status;
    if (result.error.outcome === 'rejected') throw new UnprocessableEntityException(result.error.kind);
    throw new BadGatewayException(result.error.message);
  }
}

@Controller('orders')
export class OrdersController {
  constructor(private readonly cancellations: CancellationService) {}

  @Post(':code/cancel')
  @HttpCode(200)
  async cancel(@Param('code') code: string): Promise<{ status: string }> {
    return { status: await this.cancellations.cancel(code) };
  }
}

@Module({
  controllers: [OrdersController],
  providers: [
    CancellationService,
    {
      provide: CHANNEL,
      useFactory: () =>
        createChannelClient({ apiKey: process.env.AX_API_KEY, baseUrl: process.env.AX_BASE_URL }),
    },
  ],
})
export class ChannelModule {}
