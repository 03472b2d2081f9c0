"""The look of a shared HTML page: the colours of the window in light and dark, and of paper when printed."""

STYLE = """\
:root {
  color-scheme: light dark;
  --ground: #FBFAF7; --text: #22201D; --text-2: #57534B; --text-3: #6B665C; --line: #DDD8CE;
  --line-strong: #8B857A; --accent: #256353; --accent-soft: #E0EDE8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #1E1F1E; --text: #ECEAE5; --text-2: #BDB9B0; --text-3: #A09B91; --line: #323432;
    --line-strong: #7F8580; --accent: #7CC8B0; --accent-soft: #25392F;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); }
body {
  margin: 0 auto; max-width: 44rem; padding: 3.5rem 1.5rem 4rem; color: var(--text);
  font: 1rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.3; font-weight: 600; break-after: avoid; }
h1 { margin: 0; font-size: 2rem; letter-spacing: -0.01em; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.3rem; }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.05rem; }
h4, h5, h6 { margin: 1.25rem 0 0.25rem; font-size: 0.95rem; color: var(--text-2); }
p { margin: 0.5rem 0; }
.under { margin: 0.25rem 0 0; color: var(--text-2); font-size: 1.05rem; }
.muted, .aside { color: var(--text-2); font-size: 0.92rem; }
dl { margin: 0.75rem 0; }
header + dl, header + p { margin-top: 2rem; }
dl > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0 1rem; padding: 0.1rem 0; }
dt { color: var(--text-2); font-size: 0.92rem; line-height: 1.63; }
dd { margin: 0; }
.abreast { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; }
.abreast > div { grid-template-columns: 8.5rem minmax(0, 1fr); }
.sign > div { grid-template-columns: 2fr 1fr; gap: 2rem; margin-top: 3.5rem; }
.sign dt, .sign dd { border-top: 1px solid var(--line-strong); padding-top: 0.35rem; color: var(--text-2);
  font-size: 0.92rem; }
ul, ol { margin: 0.5rem 0; padding-inline-start: 1.4rem; }
li { margin: 0.2rem 0; }
.written { font-family: "Source Serif 4", Georgia, "Noto Serif", serif; font-size: 1.06rem; }
.points { list-style: none; padding: 0; }
.points > li { position: relative; padding-inline-start: 1.4rem; }
.points .mark { position: absolute; inset-inline-start: 0; color: var(--text-3); }
.points > .level-1 { margin-inline-start: 1.4rem; }
.points > .level-2 { margin-inline-start: 2.8rem; }
.points > .level-3 { margin-inline-start: 4.2rem; }
.points > .level-4 { margin-inline-start: 5.6rem; }
.points > .level-5 { margin-inline-start: 7rem; }
.points > .level-6 { margin-inline-start: 8.4rem; }
blockquote { margin: 0.75rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--accent);
  font-style: italic; color: var(--text-2); }
hr { width: 4rem; margin: 1.5rem auto; border: 0; border-top: 1px solid var(--line-strong); }
a { color: var(--accent); }
code { font-family: inherit; font-size: 0.94em; }
.code { font-size: 1.4rem; letter-spacing: 0.04em; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: 0.95rem; }
th { text-align: start; color: var(--text-2); font-size: 0.85rem; font-weight: 600;
  border-bottom: 1px solid var(--line-strong); }
td { border-bottom: 1px solid var(--line); vertical-align: top; }
th, td { padding: 0.4rem 1rem 0.4rem 0; overflow-wrap: anywhere; }
figure { margin: 1rem 0; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
.chart text { fill: var(--text-2); }
.chart .legend { fill: var(--text-3); }
.chart .now { fill: var(--accent); font-weight: 600; }
.chart .clear { stroke: var(--ground); stroke-width: 4px; paint-order: stroke; }
.chart .band { fill: var(--accent-soft); }
.chart .rule { stroke: var(--line); stroke-width: 0.8px; }
.chart .foot { stroke: var(--line-strong); stroke-width: 1px; }
.chart .aim { stroke: var(--accent); stroke-width: 0.8px; stroke-dasharray: 4 4; }
.chart .line { stroke: var(--accent); stroke-width: 2.2px; stroke-linejoin: round; }
.chart .hollow { fill: var(--ground); stroke: var(--accent); stroke-width: 1.3px; }
.chart .full { fill: var(--accent); stroke: var(--accent); }
footer { margin-top: 3.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--text-3);
  font-size: 0.82rem; }
@media (max-width: 34rem) {
  body { padding: 2rem 1rem 3rem; }
  .abreast { display: block; }
  dl > div { display: block; padding: 0.25rem 0; }
}
@media print {
  :root {
    --ground: #FFFFFF; --text: #22201D; --text-2: #57534B; --text-3: #6B665C; --line: #DDD8CE;
    --line-strong: #8B857A; --accent: #256353; --accent-soft: #E0EDE8;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  section, figure, tr, dl > div { break-inside: avoid; }
  p, li, dd { orphans: 3; widows: 3; }
}
"""
