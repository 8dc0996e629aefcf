/** The report's style sheet for screens, phones and print. */
export const STYLE = `
:root { color-scheme: light; --line: #d5dae1; --quiet: #596273; --bad: #b3161b; --good: #16703c; --seen: #8a5300; --open: #5b3fa8; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.25rem 3rem; color: #1b2330; background: #fff;
  font: 15px/1.55 system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
header { --verdict: var(--bad); border-left: .5rem solid var(--verdict); padding: .25rem 1.25rem; margin: 1.5rem 0; }
header.passed { --verdict: var(--good); } header.incomplete { --verdict: var(--open); }
.verdict { margin: 0; font-weight: 700; } .verdict span { color: var(--verdict) !important; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: .25rem 0; } h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 0 0 .35rem; }
span[lang=ko] + span[lang=en] { color: var(--quiet); font-size: .92em; font-weight: 400; }
h1 span[lang=en], header li span[lang=en], td span[lang=en], header p:not(.verdict) span[lang=en] { display: block; }
.counts span[lang=en] { display: inline !important; }
small { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .3rem; color: var(--quiet); font-size: .8rem; font-weight: 400; white-space: nowrap; }
ul { padding-left: 1.1rem; margin: .35rem 0; } li { margin: .15rem 0; }
.counts { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; list-style: none; padding: 0; }
.counts b { font-size: 1.25rem; } .counts .failed b, .counts .error b { color: var(--bad); } .counts .passed b { color: var(--good); } .counts .observed b { color: var(--seen); } .counts .skipped b, .counts .not-run b { color: var(--open); }
article { border: 1px solid var(--line); border-left: .3rem solid var(--seen); border-radius: .25rem; padding: .65rem .9rem; margin: .6rem 0; break-inside: avoid; }
article.failed, article.error { border-left-color: var(--bad); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .9rem; margin: 0; } dt { color: var(--quiet); } dd { margin: 0; min-width: 0; }
code, pre { font: 13px/1.45 ui-monospace, 'D2Coding', Menlo, Consolas, monospace; overflow-wrap: anywhere; } pre { white-space: pre-wrap; background: #f4f6f8; padding: .5rem .7rem; margin: .1rem 0; border-radius: .25rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; } th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; } th { background: #f4f6f8; } th:nth-child(3):not(:last-child) { width: 36%; }
tr.differs td:nth-child(3) > div > span { color: var(--bad); } tr.mixed td:nth-child(3) li > span[lang=ko] { color: var(--open); } tr.agrees td:nth-child(3) > div > span { color: var(--good); } tr.unknown { color: var(--quiet); }
:target { outline: 2px solid var(--open); }
@media screen and (max-width: 48rem) {
  body { padding: 0 .75rem 2rem; } header { padding-right: 0; padding-left: .75rem; } dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: .4rem; }
  thead { display: none; } table, tbody, tr, td { display: block; } tr { border: 1px solid var(--line); border-radius: .25rem; margin: .6rem 0; padding: .35rem .6rem; }
  td { border: 0; padding: .2rem 0; } td::before { content: attr(data-label); color: var(--quiet); font-size: .82rem; }
}
@media print { body { font-size: 10pt; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
