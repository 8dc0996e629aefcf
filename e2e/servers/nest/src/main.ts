/** NestJS with its defaults, on Express: its guards, its ValidationPipe, its own bodies for every other error. */
import 'reflect-metadata';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { behaviour } from '../../node/behaviour.mjs';
import { announce, port } from '../../node/listen.mjs';
import { NormalisePipe } from './normalise.pipe.ts';
import { OrdersController } from './orders.controller.ts';
import { RefusalFilter } from './refusal.filter.ts';

@Module({ controllers: [OrdersController] })
class AppModule {}

const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: ['error', 'fatal'] });
if (behaviour.readsAnyType) app.useBodyParser('json', { type: () => true });
// A fault cancels by other methods as well.
app.use((request: { method: string }, _response: unknown, next: () => void) => {
  if (behaviour.methods.includes(request.method.toLowerCase())) request.method = 'PATCH';
  next();
});
app.useGlobalFilters(new RefusalFilter());
app.useGlobalPipes(new NormalisePipe(), new ValidationPipe());
await app.listen(port, '127.0.0.1');
announce(app.getHttpServer());
