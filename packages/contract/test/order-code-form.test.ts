import { describe, expect, it } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { provokingCode, readOrderCodeForm, readOtherCodes } from '../src/order-code-form.ts';
import { editedContract, operationOf } from './document.ts';

describe('The form of the order codes', () => {
  it('is the format of the example code, and refused as documented', async () => {
    const form = readOrderCodeForm(await loadContract());
    expect(form?.format).toBe('uuid');
    expect(form?.refusal.name).toBe('malformedOrder');
    expect(form?.pattern.test(provokingCode(form.refusal))).toBe(false);
  });

  it('is not known where the example code has none', () => {
    const edited = editedContract((document) => {
      operationOf(document).parameters[0].example = 'order-1';
    });
    expect(readOrderCodeForm(edited)).toBeUndefined();
  });

  it('does not matter where the contract documents no refusal for another', () => {
    const edited = editedContract((document) => {
      delete operationOf(document).responses['404'].content['application/json'].examples.malformedOrder;
    });
    expect(readOrderCodeForm(edited)).toBeUndefined();
  });
});

describe('The other codes of the example order', () => {
  it('are those that have its format and that the success does not repeat of the request', async () => {
    const contract = await loadContract();
    const { value } = contract.success.examples.travelerCancel ?? {};
    expect([...readOtherCodes(contract)]).toEqual([[Object(value).channel_order_code, 'channel_order_code']]);
  });

  it('are none where the success repeats all that has the format', () => {
    const edited = editedContract((document) => {
      operationOf(document).responses['200']['x-echoes'].channel_order_code = '$request.path.ax_order_code';
    });
    expect([...readOtherCodes(edited)]).toEqual([]);
  });

  it('are not known where the example code has no format', () => {
    const edited = editedContract((document) => {
      operationOf(document).parameters[0].example = 'order-1';
    });
    expect([...readOtherCodes(edited)]).toEqual([]);
  });
});
