import {
  RuleStages,
  ServiceStages,
  StageSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { count } from '../../shared/words';
import { stageSentence, stageWords } from '../words';

/** Whether the stages tell the same story, and what is to be known of that. */
export interface Agreement {
  /** `open` where there is nothing to compare, or nothing is known. */
  kind: 'disagree' | 'pass' | 'fail' | 'open';
  title: string;
  sentences: string[];
}

type KnownStage = StageSummary & Required<Pick<StageSummary, 'verdict'>>;

/** What the reader has to know of the stages first. */
export function agreementOf(stages: ServiceStages): Agreement {
  const known = stages.stages.filter(
    (stage): stage is KnownStage => stage.verdict !== undefined,
  );
  const verdicts = new Set(known.map(({ verdict }) => verdict));
  const differing = stages.rules.filter(({ disagrees }) => disagrees);
  const missing = missingSentences(stages.stages);
  if (differing.length > 0 && differing.every(isGap)) {
    return {
      kind: 'disagree',
      title: `${count(
        differing.length,
        'rule holds',
        'rules hold',
      )} at one stage and can’t be told at another`,
      sentences: [
        ...known
          .filter(({ verdict }) => verdict !== 'pass')
          .map(sentenceOf(stages.environment)),
        'See what could not be checked there, and check again.',
        ...missing,
      ],
    };
  }
  if (differing.length > 0) {
    return {
      kind: 'disagree',
      title: `${names(known)} disagree on ${count(differing.length, 'rule')}`,
      sentences: [...whyTheyDiffer(known), ...missing],
    };
  }
  if (known.length < 2) {
    return {
      kind: 'open',
      title: 'There is nothing to compare yet',
      sentences: missing,
    };
  }
  if (verdicts.size > 1) {
    return {
      kind: 'disagree',
      title: `${names(known)} don’t say the same`,
      sentences: [
        ...known.map(sentenceOf(stages.environment)),
        ...whyTheyDiffer(known),
        ...missing,
      ],
    };
  }
  const [verdict] = verdicts;
  if (verdict === 'unknown') {
    return {
      kind: 'open',
      title: `${names(known)}: none is known to pass`,
      sentences: missing,
    };
  }
  return {
    kind: verdict,
    title: `${names(known)} agree: ${
      known.length > 2 ? 'all' : 'both'
    } ${verdict}`,
    sentences: missing,
  };
}

/** Where nothing fails, and only nobody knows. */
function isGap({ source, pipeline, deployed }: RuleStages): boolean {
  return [source, pipeline, deployed].every(
    verdict => verdict !== 'fail' && verdict !== 'exempt',
  );
}

function sentenceOf(environment: string) {
  return ({ stage, verdict }: KnownStage) =>
    `${stageSentence(stage, verdict, environment)}.`;
}

/** `Source, pipeline and deployed` */
function names(stages: StageSummary[]): string {
  const words = stages.map(({ stage }, index) =>
    index === 0
      ? stageWords[stage]
      : stageWords[stage].toLocaleLowerCase('en-GB'),
  );
  return new Intl.ListFormat('en-GB').format(words);
}

const MISSING: Record<StageSummary['stage'], string> = {
  source: 'The source has not been checked yet.',
  pipeline: 'No check of a pipeline has been posted yet.',
  deployed: 'Nothing has been posted as deployed yet.',
};

function missingSentences(stages: StageSummary[]): string[] {
  return stages.flatMap(({ stage, verdict }) =>
    verdict === undefined ? [MISSING[stage]] : [],
  );
}

function whyTheyDiffer(known: KnownStage[]): string[] {
  const commits = known.flatMap(({ commit }) => commit ?? []);
  const manyCommits = new Set(commits).size > 1;
  const manyBundles =
    new Set(known.map(({ bundleDigest }) => bundleDigest)).size > 1;
  if (manyCommits || manyBundles) {
    return [
      ...(manyCommits ? ['They are of different commits.'] : []),
      ...(manyBundles
        ? [
            'They were checked with different rules; those of the older check may have changed since.',
          ]
        : []),
    ];
  }
  return commits.length === known.length
    ? [
        'They are of the same commit and were checked with the same rules, so the build or the deployment changes the documents.',
      ]
    : ['The build may change the documents, or they are of different commits.'];
}
