import type { Behaviour } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { broken, onSuccess, type Variant } from '../variant.ts';

/** Trims a status before the check, as Jackson does with an enum. */
function trimming(change: (body: Record<string, unknown>) => unknown = (body) => body): Partial<Behaviour> {
  return onObject((body) => {
    const { ax_status } = body;
    return change(typeof ax_status === 'string' ? { ...body, ax_status: ax_status.trim() } : body);
  });
}

function onObject(change: (body: Record<string, unknown>) => unknown): Partial<Behaviour> {
  return {
    validate: (body) =>
      CONFORMING.validate(
        typeof body === 'object' && body !== null && !Array.isArray(body)
          ? change(body as Record<string, unknown>)
          : body,
      ),
  };
}

/** These servers use the field names of the page's table and know Unavoidable cancel. */
const SPOKEN = [
  'body-field-names',
  'superseded-version',
  'unavoidable-cancel',
  'response-envelope',
  'required-in-patch',
];

const TRIMMED = 'body\\.ax_status\\.(padded-before|padded-after|line-break)$';

const variants: Variant[] = [
  {
    ...broken(
      'trims a status and says New in every success',
      { ...trimming(), ...onSuccess((body) => ({ ...body, ax_order_status: 'New' })) },
      // Its successes prove nothing, so a run cannot tell whether the server accepts a padded status.
      { 'status-spelling': null },
    ),
    also: new RegExp(`^(cancel|reading|${TRIMMED})`),
  },
  {
    does: 'trims a status and refuses an unavoidable cancel',
    fails: 'cancel.unavoidableCancel',
    also: new RegExp(`^(cancel\\.comment\\.|${TRIMMED})`),
    answers: { 'status-spelling': null, 'unavoidable-cancel': 'not-for-channels' },
    change: trimming((body) =>
      body.ax_status === 'Unavoidable cancel' ? { ...body, ax_status: 'x' } : body,
    ),
  },
  {
    does: 'uses channel_status for a missing ax_status and refuses differing statuses',
    fails: 'body.ax_status.missing',
    // Version 57 has only one status, so two statuses cannot differ.
    answers: { 'superseded-version': 'version-57', 'differing-statuses': null },
    change: {
      validate(body) {
        const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
        const { channel_status } = isObject ? (body as { channel_status?: unknown }) : {};
        const result = CONFORMING.validate(isObject ? { ax_status: channel_status, ...body } : body);
        return 'fields' in result && result.fields.ax_status !== result.fields.channel_status
          ? { errors: { non_field_errors: ['x'] } }
          : result;
      },
    },
  },
];

/** Servers with a fault and another deviation. The fault must not cause a wrong answer about the other one. */
export const besideVariants: Variant[] = variants.map((variant) => ({ ...variant, speaks: SPOKEN }));
