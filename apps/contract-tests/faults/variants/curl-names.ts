import { RULES } from '../words.ts';

const CURL: Readonly<Record<string, string>> = {
  ax_status: 'ax_order_status',
  channel_status: 'channel_order_status',
};

/** The fields of a cancel under the names that the page's cURL has for them. */
export const CURL_RULES = RULES.map((rule) => ({ ...rule, name: CURL[rule.name] ?? rule.name }));
