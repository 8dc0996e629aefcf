/** The orders of one run and the texts of the page: what every server here has in memory, whatever its framework. */

/** @typedef {{ axCode: string, channelCode: string, foreign: boolean, axStatus: string, channelStatus: string, comment?: string }} Order */

export const STATUSES = ['Traveler cancel', 'Unavoidable cancel', 'New'];
export const FORBIDDEN = '이 작업을 수행할 권한(permission)이 없습니다.';
export const NOT_FOUND = '찾을 수 없습니다.';
export const ALREADY_CANCELLED = '이미 취소된 주문입니다.';

const { API_KEY = '', ORDERS = '', FOREIGN = '' } = process.env;

export const apiKey = API_KEY;

/** @type {Map<string, Order>} by AX order code */
export const orders = new Map([...read(ORDERS, false), ...read(FOREIGN, true)]);

/** What a success has: the four fields of the page. */
export function view({ axCode, channelCode, axStatus, channelStatus }) {
  return {
    channel_order_code: channelCode,
    channel_order_status: channelStatus,
    ax_order_code: axCode,
    ax_order_status: axStatus,
  };
}

function read(pairs, foreign) {
  return pairs
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [axCode, channelCode] = pair.split(':');
      return [axCode, { axCode, channelCode, foreign, axStatus: 'New', channelStatus: 'New' }];
    });
}
