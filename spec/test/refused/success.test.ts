import { all, at, drop, set } from '../edit.ts';
import { detailResponse } from '../parts.ts';
import { refuses } from '../refuses.ts';

const STATUS = 'schemas.RequestedStatus';
const NOT_FOUND = 'op.responses.404';

refuses('success', [
  [
    'no success',
    all(set('op.responses.418', detailResponse()), drop('op.responses.200')),
    'success',
    /responses$/,
    /No response proves/,
  ],
  [
    'a second success',
    set('op.responses.202', at('op.responses.200')),
    'success',
    /202$/,
    /A second success/,
  ],
  [
    'x-echoes at a refusal',
    set(`${NOT_FOUND}.x-echoes`, {}),
    'success',
    /404\/x-echoes$/,
    /Move it to the 2xx/,
  ],
  ['no x-echoes', drop('op.responses.200.x-echoes'), 'success', /200$/, /what success means/],
  ['no x-order', drop('op.responses.200.x-order'), 'success', /200$/, /where the order lies/],
  [
    'x-order that leads nowhere',
    set('op.responses.200.x-order', '$response.body#/data'),
    'success',
    /x-order$/,
    /leads to no object/,
  ],
  [
    'x-order that cannot be read',
    set('op.responses.200.x-order', 'data'),
    'success',
    /x-order$/,
    /is "data"/,
  ],
  [
    'an echo in an unknown field',
    set('op.responses.200.x-echoes.x', '$request.body#/comment'),
    'echoes',
    /x-echoes\/x$/,
    /has no field "x"/,
  ],
  [
    'an echo of an unknown part of the request',
    set('op.responses.200.x-echoes.ax_order_status', '$request.body#/x'),
    'echoes',
    /ax_order_status$/,
    /not a part of the request/,
  ],
  [
    'an echo that the field cannot have',
    set('schemas.CancelledOrder.properties.ax_order_status.type', 'integer'),
    'echoes',
    /ax_order_status$/,
    /same type and enum/,
  ],
  [
    'no echo of the order code',
    drop('op.responses.200.x-echoes.ax_order_code'),
    'echoes',
    /x-echoes$/,
    /does not compare the order code/,
  ],
  ['no x-cancels', drop(`${STATUS}.x-cancels`), 'cancels', /schema$/, /takes the status/],
  [
    'a cancel that is not in the enum',
    set(`${STATUS}.x-cancels.+`, 'Gone'),
    'cancels',
    /x-cancels$/,
    /"Gone", which is not in the enum/,
  ],
  [
    'a first status that is not a cancel',
    set(`${STATUS}.enum`, ['New', 'Traveler cancel', 'Unavoidable cancel']),
    'cancels',
    /enum$/,
    /Put a cancel first/,
  ],
  [
    'an example that does not cancel',
    set('op.requestBody.json.examples.travelerCancel.value.ax_status', 'New'),
    'cancels',
    /value$/,
    /does not cancel/,
  ],
  [
    'an example without a partner',
    drop('op.requestBody.json.examples.unavoidableCancel'),
    'echo-pairs',
    /unavoidableCancel$/,
    /no partner of that name in the request/,
  ],
  [
    'an example that does not repeat its request',
    set('op.responses.200.json.examples.travelerCancel.value.ax_order_status', 'New'),
    'echo-pairs',
    /value$/,
    /ax_order_status is "New"/,
  ],
]);
