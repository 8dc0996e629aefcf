import { RULES } from '../words.ts';

const CURL: Readonly<Record<string, string>> = {
  ax_status: 'ax_order_status',
  channel_status: 'channel_order_status',
};

/** The field rules, with the names from the page's cURL. */
export const CURL_RULES = RULES.map((rule) => ({ ...rule, name: CURL[rule.name] ?? rule.name }));
