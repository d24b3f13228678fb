/** The style sheet of the forge's pages, in light and dark. */
export const styles = `
:root {
  color-scheme: light dark;
  --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #ffffff;
  --panel: #f6f8fa; --link: #0550ae; --mark: #fff3bf; --edge: #9a6700;
  --banner: #3b2f63;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --soft: #9aa4af; --line: #353c45; --back: #0f1318;
    --panel: #181d24; --link: #79b8ff; --mark: #453a10; --edge: #d8a31a;
    --banner: #4a3b7c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--back); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif;
}
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.banner { background: var(--banner); color: #fff; padding: 10px 24px; }
.banner a { color: #fff; font-weight: 650; }
.banner span { opacity: .9; margin-left: 12px; }
main { max-width: 1160px; margin: 0 auto; padding: 20px 24px 64px; }
h1 { font-size: 21px; font-weight: 600; margin: 8px 0 14px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 26px 0 8px; }
.soft { color: var(--soft); }
.panel { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; margin: 14px 0; }
.panel > header {
  background: var(--panel); border-bottom: 1px solid var(--line); padding: 8px 16px;
  display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline;
}
.panel > header .push { margin-left: auto; display: flex; gap: 14px; }
table { border-collapse: collapse; width: 100%; }
.list th, .list td { text-align: left; padding: 8px 16px; border-top: 1px solid var(--line); font-weight: 400; }
.list tr:first-child > * { border-top: 0; }
.list .end { text-align: right; white-space: nowrap; color: var(--soft); }
pre, code, .code { font: 13px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; overflow-x: auto; }
.panel pre { border: 0; margin: 0; border-radius: 0; background: none; }
.source { overflow-x: auto; padding: 8px 0; }
.code td { vertical-align: top; }
.code .line { padding: 0 16px 0 8px; white-space: pre; }
.code .number { width: 1%; min-width: 56px; padding: 0 8px 0 16px; text-align: right; user-select: none; }
.code .number a { color: var(--soft); }
.code tr { scroll-margin-top: 30vh; }
.code tr:target { background: var(--mark); box-shadow: inset 3px 0 0 var(--edge); }
.code tr:target .number a { color: var(--text); font-weight: 700; }
.branches { display: flex; flex-wrap: wrap; gap: 4px 12px; margin: 0; padding: 0; list-style: none; }
.branches [aria-current] { font-weight: 650; color: var(--text); }
.notice { padding: 4px 16px; }
ol.steps > li, .findings > li { margin: 12px 0; }
.state { font-size: 21px; }
.list br + .soft { font-weight: 400; }
button { font: inherit; padding: 5px 14px; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); color: var(--text); cursor: pointer; }
`;
