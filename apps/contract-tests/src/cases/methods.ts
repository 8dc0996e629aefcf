import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { formProblems } from '../response-check.ts';
import { failed, join, observe, passed, show } from '../verdicts.ts';
import { cancelRequest } from './requests.ts';

/** Other methods on the path (the page, 2.1 Request, Method). Never GET or HEAD: there they are another operation. */
export function methodCases(contract: Contract): Case[] {
  const others = ['PUT', 'POST', 'DELETE', 'PATCH'].filter((name) => name !== contract.method);
  return [
    ...others.map((name) => method(name.toLowerCase(), name, bilingual(name, name))),
    ...(contract.method === 'POST' ? [] : [override(contract)]),
    {
      id: 'method.options',
      title: bilingual('What the server does with OPTIONS', 'OPTIONS에 대한 서버의 동작'),
      expects: bilingual('written down; no crash', '기록만 함. 서버 오류는 아님'),
      needs: 'key',
      async run(context) {
        return observe(
          await context.send({ ...cancelRequest(context, { method: 'OPTIONS' }), body: undefined }),
        );
      },
    },
  ];
}

function override({ method: name }: Contract): Case {
  const what = bilingual(`POST that asks to be taken for ${name}`, `${name}로 취급해 달라는 POST`);
  return method('override', 'POST', what, { 'x-http-method-override': name, 'x-method-override': name });
}

function method(id: string, name: string, what: Bilingual, headers: Record<string, string> = {}): Case {
  return {
    id: `method.${id}`,
    title: bilingual(`${what.en} does not cancel`, `${what.ko}: 취소하지 않는다`),
    expects: bilingual('a refusal, such as 405, and nothing changed', '405 등의 거부, 변경 없음'),
    needs: 'open-order',
    async run(context) {
      const response = await context.send(cancelRequest(context, { method: name, headers }));
      if (response.status < 300) {
        return failed(
          join(what, bilingual(`it was accepted: ${show(response)}`, `받아들여졌습니다: ${show(response)}`)),
        );
      }
      const form = response.status === 405 ? formProblems(response) : [];
      const detail = form.length === 0 ? 'json-detail' : 'any-body';
      if (response.status === 405 && form.length === 0) {
        const allow = response.headers.allow;
        return allow === undefined
          ? observe(response, { 'undeclared-errors': detail })
          : {
              ...passed(bilingual(`405, Allow: ${allow}`, `405, Allow: ${allow}`)),
              answers: { 'undeclared-errors': detail },
            };
      }
      return observe(response, { 'undeclared-errors': detail });
    },
  };
}
