import { isRecord } from './isRecord';
import { ResourceFinder } from './ResourceFinder';

/** A name that the engine can't take for anything but a text. */
const resourceType = /^[A-Za-z][A-Za-z0-9]*(?:::[A-Za-z0-9@_-]+)+$/;

/** A resource's type; undefined where the engine may read another or none. */
export function certainType(
  root: unknown,
  key: string,
  resources: ResourceFinder,
): string | undefined {
  const section = isRecord(root) ? root.Resources : undefined;
  const resource =
    isRecord(section) && Object.hasOwn(section, key) ? section[key] : undefined;
  const type =
    isRecord(resource) && Object.hasOwn(resource, 'Type')
      ? resource.Type
      : undefined;
  return typeof type === 'string' &&
    resourceType.test(type) &&
    !resources.isTagged(type)
    ? type
    : undefined;
}
