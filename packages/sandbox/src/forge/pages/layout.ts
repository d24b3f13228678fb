import { Markup, markup } from './markup';

/**
 * A whole page, under the forge's own name.
 *
 * @param refresh - after how many seconds it renews itself
 */
export function layout(
  title: string,
  content: Markup,
  refresh?: number,
): string {
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${
          refresh !== undefined &&
          markup`<meta http-equiv="refresh" content="${refresh}" />`
        }
        <title>${title} · Sandbox forge</title>
        <link rel="stylesheet" href="/_sandbox/forge.css" />
      </head>
      <body>
        <header class="banner">
          <a href="/">Sandbox forge</a>
          <span>
            Stands in for the company's git host, on this machine only.
          </span>
        </header>
        <main>${content}</main>
      </body>
    </html>`.text;
}

/** A moment, readable and exact. */
export function moment(date: string): Markup {
  const readable = `${date.slice(0, 10)} ${date.slice(11, 16)} UTC`;
  return markup`<time datetime="${date}">${readable}</time>`;
}

/** A size in bytes, in the unit that reads best. */
export function size(bytes: number): string {
  if (bytes < 1_024) {
    return `${bytes} bytes`;
  }
  const kibibytes = bytes / 1_024;
  return kibibytes < 1_024
    ? `${kibibytes.toFixed(1)} KiB`
    : `${(kibibytes / 1_024).toFixed(1)} MiB`;
}
