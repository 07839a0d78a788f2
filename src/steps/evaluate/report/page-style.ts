/** The style of the report: light and dark by the reader's choice, light on paper. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1b1d21;--soft:#5a6069;--paper:#fff;--line:#d9dce1;--faint:#f4f5f7;--mark:#ffe9a8;--accent:#0b5c8f;
--series-1:#0b6fa8;--series-2:#c2541a;--series-3:#3b7d3f;--series-4:#8a4b9e;--series-5:#a07800;--series-6:#b03a5b;
--kind-1:#6b7280;--kind-2:#a9afb9;--kind-3:#d39b1d;--kind-4:#c2541a;--kind-5:#0b6fa8;--kind-6:#8a4b9e}
@media (prefers-color-scheme:dark){:root{--ink:#e8e9ec;--soft:#a3a9b3;--paper:#15171b;--line:#353a43;--faint:#1e2126;--mark:#6a5410;--accent:#7cc0ec;
--series-1:#5cb3e6;--series-2:#f0905a;--series-3:#7cc47f;--series-4:#c79ad8;--series-5:#dcb84a;--series-6:#ec86a4;
--kind-1:#8b93a1;--kind-2:#5c6370;--kind-3:#e0b53f;--kind-4:#f0905a;--kind-5:#5cb3e6;--kind-6:#c79ad8}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
header.title,main{max-width:1120px;margin:0 auto;padding:0 24px}
header.title{padding-top:44px}
.kicker{margin:0;color:var(--soft);font-size:14px;letter-spacing:.02em}
h1{margin:4px 0 6px;font:600 30px/1.2 Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
h2{margin:52px 0 12px;padding-top:10px;border-top:2px solid var(--ink);font:600 23px/1.25 Georgia,"Times New Roman",serif}
h3{margin:32px 0 8px;font:600 18px/1.3 Georgia,"Times New Roman",serif}
h4{margin:24px 0 2px;font-size:16px;display:flex;align-items:center;gap:8px}
h4 i{width:12px;height:12px;border-radius:2px}
.lead{margin:0 0 18px;color:var(--soft)}
.note{color:var(--soft);font-size:14px;margin:4px 0 10px}
.cards{list-style:none;display:flex;flex-wrap:wrap;gap:12px;margin:0;padding:0}
.cards li{flex:1 1 190px;max-width:320px;border:1px solid var(--line);border-top:4px solid var(--mine);border-radius:4px;padding:10px 14px;font-size:14px}
.cards h2{all:unset;display:block;font-weight:600;font-size:15px;overflow-wrap:anywhere}
.cards p{margin:0;color:var(--soft)}
.cards .big{font:600 34px/1.25 Georgia,"Times New Roman",serif;color:var(--ink)}
.cards .big small{font:14px system-ui,sans-serif;color:var(--soft);margin-left:5px}
figure{margin:24px 0 32px}
figcaption{font-size:14px;color:var(--soft);margin-bottom:10px;max-width:78ch}
figcaption b{color:var(--ink)}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
figure svg{display:block;max-width:none;height:auto;min-width:620px;width:100%}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 10px;font-size:14px}
.legend span{display:inline-flex;align-items:center;gap:6px}
.legend i{width:14px;height:14px;border-radius:3px;display:inline-block}
.legend.heat{gap:0;align-items:center;color:var(--soft)}
.legend.heat span{margin:0 8px 0 0}.legend.heat span:last-child{margin-left:8px}
.legend.heat i{width:22px;border-radius:0}
table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums;width:100%;border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink)}
th,td{padding:5px 8px;text-align:right;vertical-align:top;white-space:nowrap}
th{font-weight:500}
thead th{vertical-align:bottom;font-weight:600;white-space:normal;line-height:1.25}
tbody tr:first-child>*{border-top:1px solid var(--ink)}
thead th:first-child,tbody th{text-align:left;padding-left:2px}
tbody th[scope=row]{white-space:normal;min-width:8.5em}
td small,th small{display:block;color:var(--soft);font-size:11.5px;font-weight:400;line-height:1.25}
tr.group th{padding-top:12px;font-style:italic;font-weight:400;color:var(--soft);border-top:1px solid var(--line)}
tr.sizes td,tr.sizes th{color:var(--soft);font-weight:400;font-size:12.5px;padding-top:0}
tr.published td,tr.published th{color:var(--soft)}
tr.sum>*{border-top:1px solid var(--line)}
.average{border-left:0;background:var(--faint)}
td.words{white-space:normal;text-align:left;max-width:44ch}
td.heat{text-align:center;font-weight:600;box-shadow:inset 0 0 0 1px var(--paper);padding:5px 6px;min-width:58px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
td.heat sup{line-height:0;margin-left:2px}
#results figure:first-of-type table{font-size:13.5px}#results figure:first-of-type :is(th,td){padding-left:5px;padding-right:5px}#results figure:first-of-type td small{font-size:11px;letter-spacing:-.01em}
td.none{text-align:center;color:var(--soft)}
table.heats th[scope=row]{min-width:7em}
.halves{display:grid;grid-template-columns:1fr 1fr;gap:28px;align-items:start}
.example{border:1px solid var(--line);border-radius:4px;margin:10px 0 16px;padding:10px 16px 12px;font-size:15px}
.example header{display:flex;justify-content:space-between;gap:12px;color:var(--soft);font-size:13px}
.finding{margin:4px 0 8px;font-weight:600}.finding .text{white-space:normal}
dl{margin:0;display:grid;grid-template-columns:7.2em 1fr;gap:6px 12px}
dt{color:var(--soft);font-size:13px;padding-top:2px}
dd{margin:0;min-width:0}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.text math[display=block]{margin:4px 0;overflow-x:auto;overflow-y:hidden}
mark{background:var(--mark);color:inherit;padding:0 2px;border-radius:2px}
.kind>.note{break-after:avoid}
.cut{color:var(--soft);font-style:italic}
code{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
main{padding-bottom:64px}
@media (max-width:720px){.text .katex{display:inline-block;max-width:100%;overflow-x:auto;overflow-y:hidden;vertical-align:bottom}header.title,main{padding-left:14px;padding-right:14px}header.title{padding-top:24px}h1{font-size:24px}.halves{grid-template-columns:1fr;gap:0}.halves>*+* thead{display:none}.halves>*+* table{border-top:0}dl{grid-template-columns:1fr;gap:2px}dt{padding-top:8px}.cards li{max-width:none}
.scroll th:first-child{position:sticky;left:0;background:var(--paper)}tr.group th{position:static!important}tbody th[scope=row]{min-width:7em}}
@media print{@page{size:A4;margin:14mm 13mm}
:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--line:#bbb;--faint:#f2f2f2;--mark:#ffe9a8;--series-1:#0b6fa8;--series-2:#c2541a;--series-3:#3b7d3f;--series-4:#8a4b9e;--series-5:#a07800;--series-6:#b03a5b;--kind-1:#6b7280;--kind-2:#a9afb9;--kind-3:#d39b1d;--kind-4:#c2541a;--kind-5:#0b6fa8;--kind-6:#8a4b9e}
body{font-size:10.5pt}header.title,main{max-width:none;padding:0}header.title{padding-top:0}
h2{margin-top:22pt}h2,h3,h4,figcaption{break-after:avoid}figure svg{min-width:0;max-height:128mm}
figure:not(.table),.example,tr,.cards{break-inside:avoid}thead{display:table-header-group}
.scroll{overflow:visible}table,#results figure:first-of-type table{font-size:8.2pt}th,td,#results figure:first-of-type :is(th,td){padding:2.5pt 3pt}td small,th small,#results figure:first-of-type td small{font-size:6.4pt}
tbody th[scope=row]{min-width:0}.example{font-size:9.5pt}.legend i,.cards li,mark,.average{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
