import {
  createBundle,
  digestOf,
  subjectDigestOf,
} from '@paved-road/backstage-plugin-paved-road-node';
import { acmePack } from '../__testUtils__/acmePack';
import { BUCKET, bundle, posted, QUEUE } from './__testUtils__/posted';
import { judgeResult } from './judgeResult';
import { PostedResult } from './results';

const judge = (result: PostedResult, missingPacks: string[] = []) =>
  judgeResult({ posted: result, bundle, missingPacks });

/** The codes of what is wrong, beside the verdict. */
function findings(result: PostedResult, missingPacks?: string[]) {
  const { reasons, verdict } = judge(result, missingPacks);
  return [verdict, ...reasons.map(({ code }) => code)];
}

/** An honest result whose SARIF somebody has changed. */
function changed(change: (run: any, sarif: any) => void, from = posted()) {
  const sarif: any = structuredClone(from.sarif);
  change(sarif.runs[0], sarif);
  return { ...from, sarif };
}

describe('judgeResult', () => {
  it('passes what every rule in force was evaluated on and none blocks', () => {
    expect(judge(posted())).toEqual({
      verdict: 'pass',
      reasons: [],
      counts: { evaluated: 2, blocking: 0, advising: 0, unknown: 0 },
      results: [],
      heldRules: [BUCKET, QUEUE],
    });
  });

  it('fails a rule that blocks, whatever the pipeline and the level say', () => {
    const result = changed(run => {
      run.results.forEach((one: any) => {
        one.level = 'note';
      });
    }, posted({ outcome: 'deployed' }, { [BUCKET]: 'fail' }));
    expect(judge(result)).toMatchObject({
      verdict: 'fail',
      reasons: [
        {
          code: 'blocking-findings',
          message: 'Fail and block here: acme/bucket_is_private',
        },
      ],
      counts: { evaluated: 2, blocking: 1, advising: 0, unknown: 0 },
      results: [
        {
          rule: BUCKET,
          verdict: 'fail',
          enforcement: 'block',
          findings: [
            {
              document: 'infra/bucket one.yaml',
              resource: 'Logs',
              propertyPath: '/Resources/Logs',
              line: 2,
              message: 'Logs: The bucket can be read by others',
            },
            { document: 'infra/queue.yaml' },
          ],
        },
      ],
      heldRules: [QUEUE],
    });
  });

  it('counts a rule that only advises there, and passes', () => {
    const staging = posted({ environment: 'staging' }, { [BUCKET]: 'fail' });
    expect(judge(staging)).toMatchObject({
      verdict: 'pass',
      reasons: [],
      counts: { blocking: 0, advising: 1 },
      results: [{ rule: BUCKET, enforcement: 'advise' }],
    });
  });

  it('believes no outcome that is better or worse than the SARIF', () => {
    expect(findings(posted({ outcome: 'failed' }))).toEqual(['pass']);
  });

  it('fails a SARIF in which nothing was evaluated', () => {
    expect(
      findings(
        changed(run => {
          run.tool.driver.rules = [];
        }),
      ),
    ).toEqual(['fail', 'no-rules']);
  });

  it('fails a SARIF without a run', () => {
    expect(
      findings(
        changed((_, sarif) => {
          sarif.runs = [];
        }),
      ),
    ).toEqual(['fail', 'other-bundle', 'document-mismatch', 'no-rules']);
  });

  it('fails a result without any document', () => {
    const none = posted({ documents: [], subjectDigest: subjectDigestOf([]) });
    expect(
      findings(
        changed(run => {
          run.artifacts = [];
        }, none),
      ),
    ).toEqual(['fail', 'no-documents']);
  });

  it.each<[string, (run: any) => void]>([
    [
      'evaluated',
      run => run.tool.driver.rules.push({ id: 'acme/always_fine' }),
    ],
    [
      'failing',
      run =>
        run.results.push({
          ruleId: 'acme/always_fine',
          message: { text: 'no' },
          locations: [],
        }),
    ],
    [
      'without a verdict',
      run =>
        run.invocations[0].toolExecutionNotifications.push({
          associatedRule: { id: 'acme/always_fine' },
          message: { text: 'no' },
        }),
    ],
  ])('fails where a rule is %s that is not in force', (_, change) => {
    const { reasons, verdict } = judge(changed(change));
    expect(verdict).toBe('fail');
    expect(reasons).toContainEqual({
      code: 'unknown-rule',
      message: 'Not in force: acme/always_fine',
    });
  });

  it('fails what was checked against another bundle, or says so in one place only', () => {
    const other = digestOf('other');
    const inSarif = (digest: string, from?: PostedResult) =>
      changed(run => {
        run.properties.bundle = digest;
      }, from);
    for (const result of [
      posted({ bundleDigest: other }),
      inSarif(other),
      inSarif(other, posted({ bundleDigest: other })),
    ]) {
      expect(findings(result)).toEqual(['fail', 'other-bundle']);
    }
  });

  it('fails once the rules in force have changed', () => {
    const stricter = createBundle({
      packs: [
        acmePack({ 'acme/more.guard': 'rule more { Resources exists }' }),
      ],
    });
    const { reasons, verdict } = judgeResult({
      posted: posted(),
      bundle: stricter,
      missingPacks: [],
    });
    expect(verdict).toBe('fail');
    expect(reasons.map(({ code }) => code)).toEqual([
      'other-bundle',
      'not-evaluated',
    ]);
  });

  it.each<[string, (run: any) => void]>([
    [
      'another digest',
      run => {
        run.artifacts[1].hashes['sha-256'] = 'b'.repeat(64);
      },
    ],
    [
      'no digest',
      run => {
        delete run.artifacts[1].hashes;
      },
    ],
    ['one document less', run => run.artifacts.pop()],
    [
      'one document more',
      run => run.artifacts.push({ location: { uri: 'infra/queue.yaml' } }),
    ],
  ])('fails where the SARIF has %s', (_, change) => {
    const { reasons, verdict } = judge(changed(change));
    expect(verdict).toBe('fail');
    expect(reasons).toEqual([
      {
        code: 'document-mismatch',
        message: 'The SARIF is not of these documents: infra/queue.yaml',
      },
    ]);
  });

  it('fails a subject that is not the documents', () => {
    const result = posted({ subjectDigest: digestOf('something else') });
    expect(findings(result)).toEqual(['fail', 'subject-mismatch']);
  });

  it('leaves open what was not evaluated, gave no verdict, or was stopped', () => {
    const partly = changed(run => {
      run.tool.driver.rules = run.tool.driver.rules.filter(
        (rule: any) => rule.id !== QUEUE,
      );
    });
    expect(findings(partly)).toEqual(['unknown', 'not-evaluated']);
    expect(judge(partly).results).toEqual([
      {
        rule: QUEUE,
        verdict: 'unknown',
        enforcement: 'block',
        reason: 'The pipeline has not evaluated it',
        findings: [],
      },
    ]);

    const broken = posted({}, { [QUEUE]: 'unknown' });
    expect(findings(broken)).toEqual(['unknown', 'unknown-verdict']);
    expect(judge(broken).heldRules).toEqual([BUCKET]);

    for (const stopped of [
      changed(run => {
        run.invocations = [];
      }),
      changed(run => {
        run.invocations[0].executionSuccessful = false;
      }),
    ]) {
      expect(findings(stopped)).toEqual(['unknown', 'unknown-verdict']);
      expect(judge(stopped).counts.unknown).toBe(2);
    }
    expect(findings(posted(), ['security'])).toEqual([
      'unknown',
      'missing-packs',
    ]);
  });

  it('takes a failure for more than a gap', () => {
    const both = posted({}, { [BUCKET]: 'fail', [QUEUE]: 'unknown' });
    expect(findings(both)).toEqual([
      'fail',
      'blocking-findings',
      'unknown-verdict',
    ]);
  });

  it('refuses an environment that there is not', () => {
    expect(() => judge(posted({ environment: 'prod' }))).toThrow(
      /no environment 'prod'; there are: development, staging, production/,
    );
  });
});
