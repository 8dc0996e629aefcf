import { set } from '../edit.ts';
import { TEXT } from '../parts.ts';
import { refuses } from '../refuses.ts';

const STATUS = 'schemas.RequestedStatus';
const NOT_FOUND = 'op.responses.404';
const UNKNOWN = `${NOT_FOUND}.json.examples.unknownOrder`;

refuses('names and texts', [
  [
    'a field called signal',
    set('schemas.CancelRequest.properties.signal', TEXT),
    'field-names',
    /signal$/,
    /client's input/,
  ],
  [
    'a field called status that does not take the status',
    set('schemas.CancelRequest.properties.status', TEXT),
    'field-names',
    /status$/,
    /client's input/,
  ],
  [
    'a field called detail',
    set('schemas.CancelRequest.properties.detail', TEXT),
    'field-names',
    /detail$/,
    /response to an invalid request/,
  ],
  [
    'a field named like a method',
    set('schemas.ErrorDetail.properties.toString', TEXT),
    'field-names',
    /toString$/,
    /JavaScript's own/,
  ],
  [
    'a misspelt field in an example',
    set(`${UNKNOWN}.value`, { detial: 'x' }),
    'declared-fields',
    /detial$/,
    /names the field "detial"/,
  ],
  [
    'a sample in an unknown language',
    set('op.x-codeSamples.0.lang', 'Cobol'),
    'code-samples',
    /x-codeSamples\/0$/,
    /in Cobol/,
  ],
  [
    'a sample whose file is missing',
    set('op.x-codeSamples.0.source.$ref', 'samples/x.sh'),
    'sample-files',
    /source$/,
    /There is no file/,
  ],
  [
    'an unknown question',
    set('op.summary', 'So (inferred: no-such-question)'),
    'marked-questions',
    /summary$/,
    /"no-such-question" is not a question/,
  ],
  [
    'an inference without a question',
    set('op.summary', 'So it is inferred'),
    'marked-questions',
    /summary$/,
    /"inferred" names no question/,
  ],
  [
    'a mark as observed whose question is open',
    set('op.summary', 'So (observed: response-envelope; inferred: production-host)'),
    'marked-questions',
    /summary$/,
    /"response-envelope" is not observed/,
  ],
  [
    'an inferred part with an unknown question',
    set('schemas.Messages.x-inferred', 'no-such-question'),
    'marked-questions',
    /x-inferred$/,
    /"no-such-question" is not a question/,
  ],
  [
    'a part marked as confirmed whose question is open',
    set('schemas.Messages.x-confirmed', 'response-envelope'),
    'marked-questions',
    /x-confirmed$/,
    /"response-envelope" is not confirmed/,
  ],
  ['Korean in an English text', set('op.summary', '취소'), 'prose-language', /summary$/, /Korean text at/],
  [
    'Korean beside a $ref',
    set('schemas.CancelRequest.properties.ax_status.description', '상태'),
    'prose-language',
    /ax_status\/description$/,
    /Korean text at/,
  ],
  ['Korean at a tag', set('tags.0.description', '주문'), 'prose-language', /tags\/0/, /Korean text at/],
  [
    'Korean in a meaning',
    set(`${STATUS}.x-enumDescriptions.New`, '새'),
    'prose-language',
    /New$/,
    /Korean text at/,
  ],
  [
    'a tag that ends a script',
    set('schemas.CancelRequest.properties.comment.description', 'Write no </script> here.'),
    'html',
    /comment\/description$/,
    /does not show <\/script>/,
  ],
  [
    'a placeholder that looks like a tag',
    set('op.description', 'Send `<key>` and <order-code>.'),
    'html',
    /description$/,
    /does not show <order-code>/,
  ],
  [
    'a comment of HTML in a meaning',
    set(`${STATUS}.x-enumDescriptions.New`, 'New <!-- or not -->'),
    'html',
    /New$/,
    /does not show <!--/,
  ],
  [
    'an image',
    set('schemas.CancelRequest.description', 'See ![logo](https://example.com/logo.png).'),
    'links',
    /description$/,
    /No page shows the image !\[logo\]/,
  ],
  [
    'a link within the site',
    set('schemas.CancelRequest.description', 'See [the file](./other.md).'),
    'links',
    /description$/,
    /"\.\/other\.md" .+ leads nowhere/,
  ],
  [
    'a link that is defined below',
    set('schemas.CancelRequest.description', 'See [the file][1].\n\n[1]: other.md'),
    'links',
    /description$/,
    /"other\.md" .+ leads nowhere/,
  ],
]);
