import { describe, expect, it } from 'vitest';
import { provokingCode, readOrderCodeForm, readOtherCodes } from '../src/order-code-form.ts';
import { editedContract, operationOf } from './document.ts';

describe('The form of the order codes', () => {
  it('is the format of the example code, and refused as documented', () => {
    const form = readOrderCodeForm(editedContract());
    expect(form?.format).toBe('uuid');
    expect(form?.refusal.name).toBe('malformedOrder');
    expect(form?.pattern.test(provokingCode(form.refusal))).toBe(false);
  });

  it('is not known if the example code has no known format', () => {
    const edited = editedContract((document) => {
      operationOf(document).parameters[0].example = 'order-1';
    });
    expect(readOrderCodeForm(edited)).toBeUndefined();
  });

  it('does not matter if the contract documents no refusal of another form', () => {
    const edited = editedContract((document) => {
      delete operationOf(document).responses['404'].content['application/json'].examples.malformedOrder;
    });
    expect(readOrderCodeForm(edited)).toBeUndefined();
  });
});

describe('The other codes of the example order', () => {
  it('are those that have its format and repeat nothing of the request', () => {
    const contract = editedContract();
    const { value } = contract.success.examples.travelerCancel ?? {};
    expect([...readOtherCodes(contract)]).toEqual([[Object(value).channel_order_code, 'channel_order_code']]);
  });

  it('do not exist if every code of that format repeats the request', () => {
    const edited = editedContract((document) => {
      operationOf(document).responses['200']['x-echoes'].channel_order_code = '$request.path.ax_order_code';
    });
    expect([...readOtherCodes(edited)]).toEqual([]);
  });

  it('are not known if the example code has no known format', () => {
    const edited = editedContract((document) => {
      operationOf(document).parameters[0].example = 'order-1';
    });
    expect([...readOtherCodes(edited)]).toEqual([]);
  });
});
