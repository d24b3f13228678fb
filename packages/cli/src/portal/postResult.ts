import { InputError } from '@backstage/errors';
import {
  OperationInput,
  PipelineResult,
  putPipelineResult,
  request,
} from '@paved-road/backstage-plugin-paved-road-common';
import { askPortal } from './askPortal';
import { postErrand as errand } from './errand';
import { PortalAccess } from './PortalAccess';
import { refusalOf } from './refusalOf';

/** What goes to the portal, and where to. */
export type PostedResult = OperationInput<typeof putPipelineResult>;

/**
 * Hands a result over, and answers what the portal made of it; the same again
 * answers the same.
 *
 * @throws InputError where the portal doesn't take it, or answers about another;
 * the signal's reason where it is aborted.
 */
export async function postResult(
  result: PostedResult,
  { portal, token, signal }: PortalAccess & { signal: AbortSignal },
): Promise<PipelineResult> {
  const take = async (
    input: Parameters<typeof fetch>[0],
    init?: RequestInit,
  ): Promise<Response> => {
    const url = String(input);
    const answer = await askPortal({
      ...{ portal, token, url, init, errand, signal },
    });
    if (answer.status !== 200) {
      throw refusalOf({ ...answer, portal, token, errand });
    }
    return new Response(new Uint8Array(answer.body));
  };
  const judged = await request(
    portal,
    { fetch: take },
    putPipelineResult,
    result,
  ).catch(error => {
    signal.throwIfAborted();
    throw error instanceof InputError
      ? error
      : new InputError(
          `What ${portal} answered can't be read, ${errand.consequence}`,
        );
  });
  requireSame(portal, judged, result);
  return judged;
}

/** A verdict on something else would say nothing of this. */
function requireSame(
  portal: string,
  judged: PipelineResult,
  { params, body }: PostedResult,
): void {
  const { kind, namespace, name, runId } = params;
  const entityRef = `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
  const expected = {
    ...{ entityRef, runId },
    stage: body.stage,
    commit: body.commit,
    environment: body.environment,
    subjectDigest: body.subjectDigest,
    bundleDigest: body.bundleDigest,
  };
  for (const [key, value] of Object.entries(expected)) {
    if (judged[key as keyof typeof expected] !== value) {
      throw new InputError(
        `What ${portal} answered is about another result than the one posted (${key}), ${errand.consequence}`,
      );
    }
  }
}
