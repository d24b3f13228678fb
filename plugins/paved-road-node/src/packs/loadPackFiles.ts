import { InputError, toError } from '@backstage/errors';
import { RuleExample } from '@paved-road/backstage-plugin-paved-road-common';
import { readExamples } from './examples';
import { UNNAMED_RULE } from './guardSource';
import { readManifest } from './manifest';
import {
  guardPathOfRationale,
  guardPathOfTests,
  isGuardFile,
  isPackFile,
  isRationaleFile,
  isTestsFile,
  MANIFEST,
  rationalePathOf,
  requireSafePath,
} from './packPaths';
import { readRationale } from './rationale';
import { readRules } from './ruleFiles';
import { Pack, PackFile, PackProblem, PackRule } from './types';

/** @public */
export interface LoadPackFilesOptions {
  /** Any files of a tree; those that are no part of a pack are passed over. */
  files: PackFile[];
  /** The pack's id where no `pack.yaml` gives one: the name of its directory. */
  fallbackId: string;
  /** Where people read the files, such as `https://…/tree/main/policies`. */
  viewUrl?: string;
  /** Where people edit them, such as `https://…/edit/main/policies`. */
  editUrl?: string;
}

type Report = (path: string, found: Omit<PackProblem, 'path'>[]) => void;

/**
 * The pack that a tree of files holds. What is wrong with a rationale, a test
 * or the manifest is a problem of the pack and never hides a rule.
 *
 * @throws InputError where there are no rules, or no id for the pack.
 * @public
 */
export function loadPackFiles(options: LoadPackFilesOptions): Pack {
  const files = new Map(
    options.files
      .filter(({ path }) => isPackFile(path))
      .map(({ path, text }) => [requireSafePath(path), text]),
  );
  const problems: PackProblem[] = [];
  const report: Report = (path, found) =>
    found.forEach(problem => problems.push({ path, ...problem }));

  const read = readManifest(files.get(MANIFEST), options.fallbackId);
  report(MANIFEST, read.problems);
  reportOrphans(files, report);
  const examples = collectExamples(files, report);
  const rules = new Map<string, PackRule>();
  const add = (path: string, rule: PackRule) => {
    const known = rules.get(rule.name);
    if (known && rule.name !== UNNAMED_RULE) {
      const message = `declares ${rule.name}, as ${known.source.path} does: a failure of either counts`;
      report(path, [{ message }]);
    }
    known?.files.push(...rule.files);
    rules.set(rule.name, known ?? rule);
    (known ?? rule).examples.push(
      ...(examples.get(path)?.get(rule.name) ?? []),
    );
  };
  for (const path of [...files.keys()].filter(isGuardFile).sort()) {
    const rationalePath = rationalePathOf(path);
    const rationaleText = files.get(rationalePath);
    const rationale =
      rationaleText === undefined ? undefined : readRationale(rationaleText);
    report(rationalePath, rationale?.problems ?? []);
    readRules({
      path,
      text: files.get(path)!,
      manifest: read.manifest,
      rationale,
      links: options,
    }).forEach(rule => add(path, rule));
  }
  if (rules.size === 0) {
    throw new InputError(
      `The pack '${read.manifest.id}' holds no rules: no .guard file declares one`,
    );
  }
  return { ...read.manifest, rules: [...rules.values()], problems };
}

/** A rationale or a test without a rule is one of a rule that was moved or renamed. */
function reportOrphans(files: Map<string, string>, report: Report): void {
  for (const [path, text] of files) {
    const guardPath = guardPathOf(path, text);
    if (guardPath && !files.has(guardPath)) {
      const message = `belongs to no rule file: there is no ${guardPath}`;
      report(path, [{ message }]);
    }
  }
}

function guardPathOf(path: string, text: string): string | undefined {
  if (isTestsFile(path)) {
    return guardPathOfTests(path);
  }
  return isRationaleFile(path) && text.startsWith('---')
    ? guardPathOfRationale(path)
    : undefined;
}

/** By the path of the rule file, then by the rule's name. */
function collectExamples(
  files: Map<string, string>,
  report: Report,
): Map<string, Map<string, RuleExample[]>> {
  const examples = new Map<string, Map<string, RuleExample[]>>();
  for (const [path, text] of files) {
    const guardPath = isTestsFile(path) ? guardPathOfTests(path) : undefined;
    if (!guardPath || !files.has(guardPath)) {
      continue;
    }
    try {
      examples.set(guardPath, readExamples(text));
    } catch (error) {
      report(path, [{ message: toError(error).message }]);
    }
  }
  return examples;
}
