"""The style of the pages: large calm type that works on a phone, on paper, in the dark, without colour and in high contrast."""

from __future__ import annotations

PAPER = """\
:root { color-scheme: light; --ink: #1d2a33; --soft: #4d5b66; --line: #d5dade; --paper: #fff; --wash: #f5f6f4;
  --must: #9c1c2e; --should: #8f4b00; --could: #2a5d8f; --must-wash: #fbe4e4; --should-wash: #fdeed3; --could-wash: #e2edf7;
  --must-bar: #9c1c2e; --should-bar: #c97d14; --could-bar: #5b8fbd; --link: #0b4f7d; --focus: #d98200; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ink: #e6ebef; --soft: #b3bec7; --line: #414c55; --paper: #14191d; --wash: #20272d;
  --must: #ffb4bb; --should: #ffce8c; --could: #abd2f5; --must-wash: #54202a; --should-wash: #493110; --could-wash: #1e3a54;
  --must-bar: #e2606f; --should-bar: #e09a3e; --could-bar: #7fb1dd; --link: #8fc9f2; --focus: #ffb648; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.125rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto,
  "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
header, nav, main, footer { max-width: 56rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 2.5rem 0 .5rem; letter-spacing: -.01em; }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 3.5rem 0 .75rem; padding-top: .75rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .25rem; }
p { margin: 0 0 1rem; max-width: 42rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); }
.lead { font-size: 1.35rem; line-height: 1.45; } .soft { color: var(--soft); }
footer { margin: 4rem auto 3rem; color: var(--soft); font-size: 1rem; }
"""
"""What every page has."""

REPORT = """\
nav ul { list-style: none; margin: 1.75rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; font-size: 1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 2rem 0 0; }
.figures > div { background: var(--wash); border-radius: .5rem; padding: 1rem 1.25rem; display: grid;
  grid-row: span 3; grid-template-rows: subgrid; gap: .25rem; align-items: end; }
.figures dd + dd { align-self: start; }
.figures dt { font-size: 1rem; line-height: 1.35; color: var(--soft); }
.figures dd { margin: 0; font-size: 2rem; line-height: 1.2; font-weight: 700; }
.figures dd + dd { font-size: 1rem; font-weight: 400; line-height: 1.4; }
.levels li { margin: .15rem 0; } .levels { list-style: none; margin: 1.25rem 0 0; padding: 0; }
.key { display: inline-block; width: .9em; height: .9em; margin-right: .5em; vertical-align: -.08em; border-radius: 2px; }
.must { --shade: var(--must); --tint: var(--must-wash); --bar: var(--must-bar); }
.should { --shade: var(--should); --tint: var(--should-wash); --bar: var(--should-bar); }
.could { --shade: var(--could); --tint: var(--could-wash); --bar: var(--could-bar); }
.key { background: var(--bar); }
.steps { padding-left: 1.75rem; max-width: 44rem; } .steps > li { margin: 0 0 1.1rem; padding-left: .25rem; }
.steps > li::marker { font-weight: 700; } .steps p { margin: 0; }
code { font: .95em/1.4 ui-monospace, Consolas, Menlo, monospace; background: var(--wash); padding: .1em .3em;
  display: inline-block; }
.bars { list-style: none; margin: 1.5rem 0; padding: 0; }
.bars > li { margin: 0; padding: .9rem 0; border-top: 1px solid var(--line); }
.bars .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1.5rem; align-items: baseline; }
.bars .value { font-weight: 700; white-space: nowrap; } .bars .name { font-weight: 600; }
.bars svg { display: block; width: 100%; height: .85rem; margin: .35rem 0; background: var(--wash); border-radius: 3px; }
.bars rect { fill: var(--bar); stroke: var(--paper); stroke-width: 1; }
.bars p { margin: 0; font-size: 1rem; line-height: 1.5; max-width: none; }
.facts { font-size: 1rem; color: var(--soft); margin-bottom: .75rem; max-width: none; }
details { margin: .5rem 0 1rem; } summary { cursor: pointer; color: var(--link); font-weight: 600; padding: .25rem 0; }
.sentences { margin: .75rem 0 0; padding: 0; list-style: none; }
.sentences > li { border-left: 4px solid var(--line); padding: .1rem 0 .1rem 1.1rem; margin: 0 0 1.75rem; }
.sentences .place { font-size: .95rem; color: var(--soft); margin: 0; }
.sentences .sentence { margin: .2rem 0 .4rem; }
.sentences ul { margin: 0; padding-left: 1.2rem; font-size: 1rem; line-height: 1.5; max-width: 42rem; }
.sentences ul li { margin: .2rem 0; } .sentences .after { margin: .6rem 0 0; }
mark { color: inherit; background: var(--tint); border-bottom: 2px solid var(--shade); border-radius: 2px; padding: .05em .1em; }
mark .level { font-size: .8em; font-weight: 700; color: var(--shade); white-space: nowrap; }
.terms dt { font-weight: 700; } .terms dd { margin: 0 0 1rem; }
@media (forced-colors: active) { .key, rect { forced-color-adjust: none; } mark { border-bottom-color: currentColor; } }
"""
"""What the report has besides."""

GLOSSARY = """\
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0 3rem; }
th, td { text-align: left; vertical-align: top; padding: .75rem 1.5rem .75rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 3px solid var(--ink); } tbody th { width: 32%; } dfn { font-style: normal; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
"""
"""What a page of terms and meanings has besides."""

PRINT = """\
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print {
  html { font-size: 9.5pt; } body { font-size: 1.1rem; line-height: 1.45; }
  header, main, footer { max-width: none; padding: 0; }
  .skip, nav, section:not(:has(details[open])) { display: none; } summary { color: inherit; list-style: none; }
  a { color: inherit; text-decoration: none; }
  h1 { margin-top: 0; } h2 { margin-top: 2rem; } h2, h3, h2 + p { break-after: avoid; }
  .figures { grid-template-columns: repeat(4, 1fr); gap: .5rem; } .figures dd { font-size: 1.5rem; }
  .bars > li, .steps > li, .sentences > li, .figures > div, article { break-inside: avoid; }
  p { max-width: none; } .sentences > li { margin-bottom: 1.1rem; }
  .sentences ul { columns: 2; column-gap: 2rem; max-width: none; } .sentences ul li { break-inside: avoid; }
  mark, rect, .key, .figures > div, .bars svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
"""How the pages come out on paper; what is folded on the screen stays folded."""
