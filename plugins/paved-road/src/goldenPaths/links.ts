import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  adoptionRouteRef,
  goldenPathsRouteRef,
  templateRouteRef,
} from '../routes';
import { validEntityRef } from '../shared/entityRefs';
import { ParamChanges, pathWithParams } from '../shared/useUrlParams';

/** The value of the filters that stands for services without a path, or an owner. */
export const NONE = 'none';

/** Where the list of services lies on the adoption's page. */
export const ADOPTION_SERVICES = 'services';

/** The template that wires a repository which is there already, where the catalog has it. */
export const ADOPT_TEMPLATE = 'template:default/adopt';

/** The place of a golden path on the page of all of them. */
export function goldenPathId(ref: string, part?: 'rules'): string {
  const words = ref
    .toLocaleLowerCase('en-US')
    .replace(/^template:/, '')
    .replace(/[^\w.-]+/g, '-');
  const id = `path-${words}`;
  return part ? `${id}-${part}` : id;
}

/** Makes the address of a golden path on the page of all of them. */
export function useGoldenPathLink(): (ref: string) => string {
  const goldenPathsLink = useRouteRef(goldenPathsRouteRef);
  return ref => `${goldenPathsLink()}#${goldenPathId(ref)}`;
}

/** Makes the address of the services that the numbers of adoption count. */
export function useAdoptionLink(): (filters: ParamChanges) => string {
  const adoptionLink = useRouteRef(adoptionRouteRef);
  return filters =>
    `${pathWithParams(adoptionLink(), filters)}#${ADOPTION_SERVICES}`;
}

/**
 * Makes the address where a template is used, wherever the app has its
 * scaffolder; `undefined` for what is no entity ref.
 */
export function useTemplateLink(): (ref: string) => string | undefined {
  const templateLink = useRouteRef(templateRouteRef);
  return text => {
    const ref = validEntityRef(text);
    if (!ref) {
      return undefined;
    }
    const { namespace, name } = parseEntityRef(ref, {
      defaultKind: 'template',
      defaultNamespace: 'default',
    });
    return (
      templateLink?.({ namespace, templateName: name }) ??
      `/create/templates/${encodeURIComponent(namespace)}/${encodeURIComponent(
        name,
      )}`
    );
  };
}
