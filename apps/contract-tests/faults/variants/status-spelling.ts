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
      // What was let through is set as the status that it stands for.
      const normal = (status = '') =>
        STATUSES.find((one) => one.toLowerCase().startsWith(status.trim().toLowerCase().slice(0, 8))) ??
        CANCEL;
      const { ax_status, channel_status, comment } = result.fields;
      return { fields: { ax_status: normal(ax_status), channel_status: normal(channel_status), comment } };
    },
  };
}

/** Understands other spellings of a status: it turns a text into the one that it compares with the list. */
function spellings(name: string): Variant[] {
  const lets = (what: string, id: string, normal: (text: string) => string, also?: RegExp): Variant => ({
    does: `lets ${name} be ${what}`,
    fails: `body.${name}.${id}`,
    ...(also === undefined ? {} : { also }),
    change: checked(name, (check) => (value) => check(typeof value === 'string' ? normal(value) : value)),
    answers: { 'status-spelling': 'tolerant' },
  });
  const listed = (text: string, same: (one: string) => boolean) => STATUSES.find(same) ?? text;
  return [
    { ...lets('any text', 'unlisted', () => CANCEL), also: /./ },
    lets(
      'written in any case',
      'other-case',
      (text) => listed(text, (one) => one.toLowerCase() === text.toLowerCase()),
      /\.(capitals|title-case)$/,
    ),
    lets('in capital letters', 'capitals', (text) => listed(text, (one) => one.toUpperCase() === text)),
    lets('padded before', 'padded-before', (text) => text.trimStart()),
    lets('padded after', 'padded-after', (text) => text.trimEnd(), /\.line-break$/),
    lets('followed by a line break', 'line-break', (text) => text.replace(/\n$/, '')),
    { ...lets('written with underscores', 'underscore', (text) => text.replaceAll('_', ' ')), answers: {} },
    {
      ...lets('cut short', 'cut-short', (text) => (text === CANCEL.split(' ')[0] ? CANCEL : text)),
      answers: {},
    },
  ];
}

/** Servers that take a status in another spelling than the contract's. */
export const spellingVariants: Variant[] = STATUS_FIELDS.flatMap(spellings);
