/** The report's look, on a screen and on paper. */
export const STYLE = `
:root { color-scheme: light; --line: #d5dae1; --quiet: #596273; --bad: #b3161b; --good: #16703c; --seen: #8a5300; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 0 1.25rem 3rem; color: #1b2330; background: #fff;
  font: 15px/1.55 system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
header { border-left: .5rem solid var(--bad); padding: .25rem 1.25rem; margin: 1.5rem 0; }
header.passed { border-color: var(--good); }
h1 { font-size: 1.5rem; margin: .25rem 0; } h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 0 0 .35rem; }
span[lang=ko] + span[lang=en] { color: var(--quiet); font-size: .92em; font-weight: 400; }
h1 span[lang=en] { display: block; }
.counts { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; list-style: none; padding: 0; }
.counts b { font-size: 1.25rem; } .counts .failed b, .counts .error b { color: var(--bad); } .counts .passed b { color: var(--good); } .counts .observed b { color: var(--seen); }
article { border: 1px solid var(--line); border-left: .3rem solid var(--seen); border-radius: .25rem; padding: .65rem .9rem; margin: .6rem 0; break-inside: avoid; }
article.failed, article.error { border-left-color: var(--bad); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .9rem; margin: 0; } dt { color: var(--quiet); } dd { margin: 0; min-width: 0; }
code, pre { font: 13px/1.45 ui-monospace, 'D2Coding', Menlo, Consolas, monospace; } pre { white-space: pre-wrap; background: #f4f6f8; padding: .5rem .7rem; margin: .1rem 0; border-radius: .25rem; }
table { border-collapse: collapse; width: 100%; } th, td { overflow-wrap: break-word; border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; } th { background: #f4f6f8; }
td.reading { white-space: nowrap; }
tr.differs td:nth-child(3) { color: var(--bad); font-weight: 600; } tr.agrees td:nth-child(3) { color: var(--good); } tr.unknown { color: var(--quiet); }
.short { padding-left: 1.1rem; } .short li { margin: .15rem 0; }
footer { color: var(--quiet); margin-top: 3rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } table { font-size: .87em; } }
@media print { body { font-size: 10pt; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
