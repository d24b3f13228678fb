import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_GOLDEN_PATH_VERSION,
  GoldenPathSpec,
  goldenPathSpecSchema,
} from '@paved-road/backstage-plugin-paved-road-common';

/** A template of the catalog that says it is a golden path. */
export interface PathTemplate {
  /** Entity ref. */
  ref: string;
  title: string;
  description?: string;
  owner?: string;
  tags: string[];
  version: string;
  /** What it says of itself; absent where that can't be read. */
  spec?: GoldenPathSpec;
  /** What is wrong with what it says of itself. */
  problem?: string;
}

/** @returns undefined for a template that isn't a golden path */
export function toPathTemplate(entity: Entity): PathTemplate | undefined {
  const { annotations, description, name, tags, title } = entity.metadata;
  const version = annotations?.[ANNOTATION_GOLDEN_PATH_VERSION]?.trim();
  if (!version) {
    return undefined;
  }
  return {
    ref: stringifyEntityRef(entity),
    title: title ?? name,
    description,
    owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
    tags: tags ?? [],
    version,
    ...readSpec(entity.spec?.goldenPath, version),
  };
}

function readSpec(
  given: unknown,
  version: string,
): Pick<PathTemplate, 'spec' | 'problem'> {
  if (given === undefined) {
    return {
      problem:
        'The template doesn’t say in spec.goldenPath what it gives and what it costs to leave it.',
    };
  }
  const { data: spec, error } = goldenPathSpecSchema.safeParse(given);
  if (!spec) {
    const [first] = error.issues;
    return {
      problem: `${['spec.goldenPath', ...first.path.map(String)].join('.')}: ${
        first.message
      }`,
    };
  }
  return spec.changes.some(change => change.version === version)
    ? { spec }
    : {
        spec,
        problem: `spec.goldenPath.changes doesn’t say what the version ${version} brought.`,
      };
}
