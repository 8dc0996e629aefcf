import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ChannelModule } from './channel.module';

let app: INestApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [ChannelModule] }).compile();
  app = module.createNestApplication();
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

async function cancel(code: string) {
  const response = await fetch(`${await app.getUrl()}/orders/${code}/cancel`, { method: 'POST' });
  return [response.status, await response.json()];
}

test('an order is cancelled, and an unknown one is not', async () => {
  expect(await cancel(process.env.AX_ORDER)).toEqual([200, { status: 'Traveler cancel' }]);
  expect(await cancel(process.env.AX_UNKNOWN_ORDER)).toEqual([
    422,
    expect.objectContaining({ message: 'not_found' }),
  ]);
});
