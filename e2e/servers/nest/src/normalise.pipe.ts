import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { behaviour } from '../../node/behaviour.mjs';

/** Changes the body before it is validated, where a fault does so. */
@Injectable()
export class NormalisePipe implements PipeTransform {
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    return type === 'body' ? behaviour.normalise(value) : value;
  }
}
