import { parseEntityRef } from '@backstage/catalog-model';
import { Wiring } from '../ConnectContext';

/** What a pipeline's product is told of the service, by the names of its parameters. */
export function pipelineValues(
  { branch, documents, repository, service }: Wiring,
  owner: string | undefined,
): Record<string, string> {
  const { host, owner: account, name } = repository;
  return {
    ServiceName: parseEntityRef(service).name,
    Repository: `https://${host}/${account}/${name}`,
    Branch: branch,
    Documents: documents,
    Service: service,
    ...(owner && {
      Owner: parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }).name,
    }),
  };
}
