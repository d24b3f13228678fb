import {
  FAILSAFE_SCHEMA,
  load,
  LoadOptions,
  Type,
  YAMLException,
} from 'js-yaml';
import { DocumentError } from './DocumentError';
import { describePlace, placeOf } from './places';
import { ResourceFinder } from './ResourceFinder';
import { YamlWatcher } from './YamlWatcher';

const kinds = ['scalar', 'sequence', 'mapping'] as const;

/**
 * Leaves every scalar the text that it is, since only the engine decides what
 * is a number, and takes any tag, as CloudFormation's short forms are written.
 */
const schema = FAILSAFE_SCHEMA.extend(
  ['!', 'tag:yaml.org,2002:'].flatMap(tag =>
    kinds.map(
      kind =>
        new Type(tag, { kind, multi: true, construct: data => data ?? '' }),
    ),
  ),
);

/** A document as maps, lists and texts. */
export interface ParsedText {
  root: unknown;
  /** Every key and every scalar. */
  strings: ReadonlySet<string>;
  resources: ResourceFinder;
}

/**
 * Reads YAML, and so JSON, in the way that the engine does, and refuses what
 * the engine would refuse or misread in silence.
 *
 * @throws DocumentError naming the line and column of what is wrong.
 */
export function parseYaml(text: string, maxDepth: number): ParsedText {
  const watcher = new YamlWatcher(text, maxDepth);
  const resources = new ResourceFinder();
  const options: LoadOptions & { maxDepth: number } = {
    schema,
    listener(event, state) {
      watcher.listener(event, state);
      resources.listener(event, state);
    },
    // The watcher refuses earlier, and names the place.
    maxDepth: Number.MAX_SAFE_INTEGER,
  };
  try {
    return { root: load(text, options), strings: watcher.strings, resources };
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new DocumentError(explain(error, text, watcher));
    }
    if (error instanceof RangeError) {
      throw new DocumentError('is nested too deep to be read');
    }
    throw error;
  }
}

function explain(
  { reason, mark }: YAMLException,
  text: string,
  watcher: YamlWatcher,
): string {
  if (!mark) {
    return `is not readable YAML: ${reason}`;
  }
  // The parser adds a line break at the end, where an early end is reported.
  const offset = Math.min(mark.position, text.length);
  const place = describePlace(placeOf(text, offset));
  if (reason !== 'duplicated mapping key') {
    return `is not readable YAML at ${place}: ${reason}`;
  }
  const double = watcher.findDouble();
  return double
    ? `has the key '${double.key}' twice in one map, at ${describePlace(
        placeOf(text, double.first),
      )} and at ${place}: keep one of them`
    : `has a key twice in one map, the second at ${place}: keep one of them`;
}
