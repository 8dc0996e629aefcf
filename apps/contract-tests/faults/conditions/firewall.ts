import { type Condition, type Effect, FORWARD } from './condition.ts';

/** What the firewall takes for an attack, in a raw path or body. */
const RULES = [
  /'|%27/,
  /\.\.(\/|%2f)/i,
  /(<|%3c)(b>|b%3e|script)/i,
  /%00/,
  /("|%22)( |\+|%20)*(or|and|union|select|drop|;|--)( |\+|%20)/i,
];

const BLOCKED: Effect = {
  does: 'respond',
  status: 403,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html>\n<html><head><title>Request blocked</title></head><body><h1>Request blocked</h1><p>Your request was blocked by the security policy.</p></body></html>\n',
};

/** A web application firewall in front of the server. */
export const firewall = (): Condition => {
  return ({ url, body }) => {
    const text = body.toString('latin1');
    return RULES.some((rule) => rule.test(url) || rule.test(text)) ? BLOCKED : FORWARD;
  };
};
