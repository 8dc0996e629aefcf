import type { Contract, Language } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { markdownTable } from '@ax-cloud/contract/scenario-table';
import type { MakeParts } from '../guide-source.ts';
import { codeBlock } from '../markdown.ts';
import { firstSample } from './code-samples.ts';
import { outcomesPicture } from './outcomes-picture.ts';

const TEXTS = {
  ko: {
    environments: ['환경', '주소', '설명'],
    echoes: ['응답의 필드', '같아야 하는 값'],
    orderCode: (name: string) => `경로의 \`${name}\``,
    field: (name: string) => `본문의 \`${name}\``,
  },
  en: {
    environments: ['Environment', 'Address', 'Meaning'],
    echoes: ['Field of the response', 'Must equal'],
    orderCode: (name: string) => `\`${name}\` of the path`,
    field: (name: string) => `\`${name}\` of the body`,
  },
} as const;

/** The first call with its response, what to compare, the environments, and the outcomes as a picture. */
export const startParts: MakeParts = ({ contracts }, language) => {
  const contract = contracts[language];
  return {
    call: codeBlock(firstSample(contract).source, 'sh'),
    response: codeBlock(JSON.stringify(firstResponse(contract), null, 2), 'json'),
    success: String(contract.success.status),
    echoes: echoesTable(contract, language),
    environments: environmentsTable(contract, language),
    picture: outcomesPicture(contract, language),
  };
};

/** The response to the first example, which the samples send. */
function firstResponse({ request, success }: Contract): unknown {
  const [name = ''] = Object.keys(request.examples);
  const [first] = Object.values(success.examples);
  return (success.examples[name] ?? first)?.value;
}

function echoesTable({ success }: Contract, language: Language): string {
  const texts = TEXTS[language];
  return markdownTable([
    texts.echoes,
    ...Object.entries(success.echoes).map(([field, expression]) => {
      const parsed = parseExpression(expression);
      const wanted =
        parsed.part === 'body' ? texts.field(parsed.pointer.slice(1)) : texts.orderCode(parsed.name);
      return [`\`${field}\``, wanted];
    }),
  ]);
}

function environmentsTable({ servers }: Contract, language: Language): string {
  return markdownTable([
    TEXTS[language].environments,
    ...servers.map(({ environment, url, description }) => [`\`${environment}\``, `\`${url}\``, description]),
  ]);
}
