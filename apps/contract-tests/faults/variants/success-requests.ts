import { CONFORMING } from '../conforming.ts';
import { crash, crashing, type Variant } from '../variant.ts';
import { CANCEL, OTHER_CANCEL, SECOND } from '../words.ts';

/** Servers that respond to only some valid cancels with a success. */
export const successRequestVariants: Variant[] = [
  {
    does: 'carries out the other kind of cancel and responds with 500',
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    also: /^cancel\.comment\.together$/,
    change: {
      success: (order, fields) =>
        fields.ax_status === OTHER_CANCEL ? crash() : CONFORMING.success(order, fields),
    },
  },
  {
    does: 'wraps the success of only one kind of cancel',
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    also: /^cancel\.comment\./,
    change: {
      success(order, fields) {
        const reply = CONFORMING.success(order, fields);
        return fields.ax_status === CANCEL
          ? reply
          : { ...reply, body: { status_code: 200, data: reply.body } };
      },
    },
  },
  {
    does: 'crashes on the other kind of cancel with a comment',
    speaks: ['unavoidable-cancel', 'required-legend'],
    fails: 'cancel.comment.together',
    change: crashing(({ ax_status, comment }) => ax_status === OTHER_CANCEL && comment !== undefined),
  },
  {
    does: 'crashes on an unknown field',
    fails: 'body.extra-field',
    also: /^auth\.in-body$/,
    change: {
      finish: (reply, { bytes }) => (bytes.includes('"reason"') ? crash() : reply),
    },
  },
];
