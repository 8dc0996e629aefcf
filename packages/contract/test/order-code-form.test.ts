import { describe, expect, it } from 'vitest';
import { provokingCode, readOrderCodeForm } from '../src/order-code-form.ts';
import { editedContract, operationOf } from './document.ts';

describe('The form of the order codes', () => {
  it('is the format of the example code, and refused as documented', () => {
    const form = readOrderCodeForm(editedContract());
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
