import { Request } from 'express';

/**
 * Each query parameter as a text, or a list of texts where it is given several
 * times. Express's own parser makes objects of names with brackets, and of
 * lists that it finds too long.
 */
export function queryOf(req: Request): Record<string, string | string[]> {
  const start = req.originalUrl.indexOf('?');
  const search = new URLSearchParams(
    start === -1 ? '' : req.originalUrl.slice(start),
  );
  return Object.fromEntries(
    [...new Set(search.keys())].map(name => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
