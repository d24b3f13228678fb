import { provisionedProductNameSchema } from '@paved-road/backstage-plugin-paved-road-common';

const LONGEST = 128;

/** A name to begin with, of the component and the product; empty without one. */
export function suggestedName(component: string, product: string): string {
  return `${component}-${product}`
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/[^a-z0-9]+$/, '');
}

/** What is wrong with a name; `undefined` where nothing is. */
export function nameProblem(name: string): string | undefined {
  if (name === '') {
    return 'Give a name';
  }
  const { error } = provisionedProductNameSchema.safeParse(name);
  const message = error?.issues[0]?.message;
  return message && `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
}
