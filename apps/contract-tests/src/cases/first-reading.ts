import type { Contract } from '@ax-cloud/contract/contract';
import { orderFields, orderOf } from '@ax-cloud/contract/order-fields';
import { statusFields } from '@ax-cloud/contract/request-body';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, Role } from './case.ts';
import { deviation, failed, passed, saying } from './verdicts.ts';

/** A case that judges what the first cancel shows about questions of the page. */
interface ReadingCase extends Pick<Case, 'id' | 'title' | 'expects'> {
  role?: Role;
  /**
   * The questions that it judges. True: a success in the contract's form is evidence for the contract's reading. False: another
   * reading may have the same success, so only a deviation is evidence.
   */
  judges: Readonly<Record<string, boolean>>;
  /** The failure of a success without an order in the contract's place. Without it, another case judges that. */
  withoutOrder?: Bilingual;
  proves: string;
}

/** Cases that judge whether the first cancel shows the contract's readings. The run has sent it already. */
export function readingCases(contract: Contract): Case[] {
  const { code } = orderFields(contract);
  const names = statusFields(contract).map(({ name }) => `\`${name}\``);
  const { orderPointer } = contract.success;
  const rows: ReadingCase[] = [
    {
      id: 'reading.body-names',
      title: bilingual("The server reads the contract's field names", '서버는 명세의 필드 이름을 읽는다'),
      expects: bilingual(names.join(' and '), names.join(', ')),
      // A server that follows the later version of the page takes both statuses, too: only leaving one out would tell.
      judges: { 'body-field-names': true, 'superseded-version': names.length < 2 },
      proves:
        'page-old-version body-fields ax-status channel-status curl-channel-order-status curl-ax-order-status',
    },
    {
      id: 'reading.envelope',
      ...(orderPointer === '' ? BARE : envelopeAt(orderPointer)),
      judges: { 'response-envelope': true },
      withoutOrder: NO_ORDER,
      proves: 'response-status-code response-data response-data-type response-data-meaning example-bare',
    },
  ];
  if (code !== undefined) {
    rows.push({
      id: 'reading.order-code',
      title: bilingual('The path holds the code that the contract says', '경로에는 명세의 주문 코드가 온다'),
      expects: bilingual(`the code in the path comes back as ${code}`, `경로의 코드가 ${code}로 돌아옴`),
      role: 'order-code',
      judges: { 'order-code-in-path': true },
      proves: 'endpoint-order-code curl-order-code',
    });
  }
  return rows.map(caseOf);
}

const BARE = {
  title: bilingual('A success is a bare object', '성공 응답은 감싸지 않은 객체이다'),
  expects: bilingual("the order's fields at the top level", '최상위의 주문 필드'),
};

function envelopeAt(pointer: string): typeof BARE {
  return {
    title: bilingual('A success has the order in its envelope', '성공 응답은 주문을 감싸고 있다'),
    expects: bilingual(`the order at ${pointer}`, `${pointer} 위치의 주문`),
  };
}

const NO_ORDER = bilingual(
  'the success has no order where the contract has it (question response-envelope)',
  '성공 응답의 명세에 정해진 위치에 주문이 없습니다 (질문 response-envelope)',
);

function caseOf({ judges, withoutOrder, proves, role = 'reading', ...texts }: ReadingCase): Case {
  return {
    ...texts,
    level: 'documented',
    needs: 'cancelled-order',
    role,
    proves: proves.split(' '),
    asks: Object.keys(judges),
    async run(context) {
      const { established } = context;
      if (established === undefined) throw new Error('No order has been cancelled yet.');
      const evidence = Object.entries(judges).flatMap(([question, speaks]) => {
        const other = established.readings[question];
        const kept = speaks ? context.followed(question, established.response) : [];
        const readings = other === undefined ? kept : [other];
        return readings.length === 0 ? [] : [{ question, readings }];
      });
      const deviating = Object.keys(judges).find((question) => question in established.readings);
      if (deviating !== undefined) {
        const own = evidence.filter(({ question }) => question === deviating);
        return saying(failed(deviation(context, established, deviating)), own);
      }
      const order = orderOf(context.contract, established.response.json);
      if (withoutOrder !== undefined && Object.keys(order).length === 0) return failed(withoutOrder);
      return saying(passed(), evidence);
    },
  };
}
