import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { Errand } from './errand';

const MOST_WORDS = 500;

const redirects = [301, 302, 303, 307, 308];

const errorSchema = z.object({ error: z.object({ message: z.string() }) });

/** Why the portal didn't do what it was asked, in its own words where it has some. */
export function refusalOf(answer: {
  portal: string;
  token: string;
  status: number;
  body: Buffer;
  errand: Errand;
}): InputError {
  const { portal, token, status, body, errand } = answer;
  const words = wordsOf(body)?.replaceAll(token, '…').slice(0, MOST_WORDS);
  return new InputError(
    `${tell(status, portal, errand)}, ${errand.consequence}${
      words ? `. It says: ${words}` : ''
    }`,
  );
}

function tell(
  status: number,
  portal: string,
  { deed, refusal }: Errand,
): string {
  if (status === 401) {
    return `The portal at ${portal} doesn't know the token (401)`;
  }
  if (status === 403) {
    return `The portal at ${portal} doesn't let the token's owner ${deed} (403)`;
  }
  if (redirects.includes(status)) {
    return `${portal} leads elsewhere (${status}): --portal must be the address of the API itself`;
  }
  return `The portal at ${portal} ${refusal} (${status})`;
}

function wordsOf(body: Buffer): string | undefined {
  try {
    return errorSchema.parse(JSON.parse(body.toString())).error.message;
  } catch {
    return undefined;
  }
}
