import type { Behaviour } from '../behaviour.ts';
import { checkFields, type FieldRule } from '../field-rules.ts';
import type { Variant } from '../variant.ts';
import { CANCEL, RULES, STATUS_FIELDS, STATUSES } from '../words.ts';

/** Replaces the check of one field. */
function checked(
  name: string,
  replace: (check: FieldRule['check']) => FieldRule['check'],
): Partial<Behaviour> {
  const rules = RULES.map((rule) => (rule.name === name ? { ...rule, check: replace(rule.check) } : rule));
  return {
    validate(body) {
      const result = checkFields(body, rules);
      if ('errors' in result) return result;
      // Stores an accepted spelling as the status that it stands for.
      const normal = (status = '') =>
        STATUSES.find((one) => one.toLowerCase().startsWith(status.trim().toLowerCase().slice(0, 8))) ??
        CANCEL;
      const { ax_status, channel_status, comment } = result.fields;
      return { fields: { ax_status: normal(ax_status), channel_status: normal(channel_status), comment } };
    },
  };
}

/** Servers that normalize the spelling of a status before they check it. */
function spellings(name: string): Variant[] {
  const accepts = (what: string, id: string, normal: (text: string) => string, also?: RegExp): Variant => ({
    does: `accepts ${name} ${what}`,
    fails: `body.${name}.${id}`,
    ...(also === undefined ? {} : { also }),
    change: checked(name, (check) => (value) => check(typeof value === 'string' ? normal(value) : value)),
    answers: { 'status-spelling': 'tolerant' },
  });
  const listed = (text: string, same: (one: string) => boolean) => STATUSES.find(same) ?? text;
  return [
    { ...accepts('with any text', 'unlisted', () => CANCEL), also: /./ },
    accepts(
      'in any case',
      'other-case',
      (text) => listed(text, (one) => one.toLowerCase() === text.toLowerCase()),
      /\.(capitals|title-case)$/,
    ),
    accepts('in capital letters', 'capitals', (text) => listed(text, (one) => one.toUpperCase() === text)),
    accepts('with leading spaces', 'padded-before', (text) => text.trimStart()),
    accepts('with trailing spaces', 'padded-after', (text) => text.trimEnd(), /\.line-break$/),
    accepts('with a trailing line break', 'line-break', (text) => text.replace(/\n$/, '')),
    { ...accepts('with underscores', 'underscore', (text) => text.replaceAll('_', ' ')), answers: {} },
    {
      ...accepts('cut short', 'cut-short', (text) => (text === CANCEL.split(' ')[0] ? CANCEL : text)),
      answers: {},
    },
  ];
}

/** Servers that accept a status in another spelling than the contract's. */
export const spellingVariants: Variant[] = STATUS_FIELDS.flatMap(spellings);
