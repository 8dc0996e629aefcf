import { IsIn, IsOptional, IsString } from 'class-validator';
import { STATUSES } from '../../node/shop.mjs';

/** The body of a cancel. */
export class CancelOrderDto {
  @IsIn(STATUSES)
  ax_status!: string;

  @IsIn(STATUSES)
  channel_status!: string;

  @IsOptional()
  @IsString()
  comment?: string;
}
