import { readDocumentPatterns } from '@paved-road/backstage-plugin-paved-road-node';
import { z } from 'zod';
import { RepositoryId } from '../../forge/git/names';
import { Wiring } from '../model';
import { SERVICE } from './callerWorkflow';

const answerSchema = z.array(
  z.object({
    name: z.string(),
    status: z.string(),
    parameters: z.record(z.string(), z.string()),
  }),
);

/** A pipeline that was provisioned for a repository. */
export interface ProvisionedPipeline {
  /** As its parameter names it: an address. */
  repository: string;
  branch: string | undefined;
  wiring: Wiring;
}

/**
 * The pipelines that the sandbox AWS has, provisioned from a product. With real
 * AWS nobody asks: each has a webhook of its own.
 *
 * @throws Error where the sandbox AWS doesn't answer.
 */
export async function provisionedPipelines(
  aws: string,
  product: string,
): Promise<ProvisionedPipeline[]> {
  const query = new URLSearchParams({ product });
  const answer = await fetch(`${aws}/_sandbox/provisioned?${query}`, {
    signal: AbortSignal.timeout(5_000),
  });
  if (!answer.ok) {
    throw new Error(`The sandbox AWS answers with ${answer.status}`);
  }
  const all = answerSchema.parse(await answer.json());
  return all.flatMap(({ status, parameters }) => {
    const { Repository, Branch, Service, Documents } = parameters;
    const known = status === 'AVAILABLE' && Repository && Documents;
    if (!known || !SERVICE.test(Service ?? '')) {
      return [];
    }
    try {
      const documents = readDocumentPatterns(Documents, 'The pipeline');
      const provider = 'service-catalog' as const;
      const wiring = { provider, service: Service, documents };
      return [{ repository: Repository, branch: Branch, wiring }];
    } catch {
      return [];
    }
  });
}

/** Whether an address is that of a repository, on whichever host. */
export function isOf(
  { repository }: ProvisionedPipeline,
  { owner, name }: RepositoryId,
): boolean {
  return repository
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .toLowerCase()
    .endsWith(`/${owner}/${name}`.toLowerCase());
}
