import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getBundle,
  getCheck,
  getExcerpt,
  getPipelineRun,
  getService,
  getServiceStages,
  listChecks,
  listPipelineResults,
  ServiceCompliance,
  ServiceStages,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../__testUtils__/backend';
import {
  bundle,
  check,
  compliance,
  counts,
  result,
} from '../__testUtils__/examples';
import {
  COMMIT,
  pipelineResult,
  pipelineRuleResult,
  pipelineSummary,
} from '../__testUtils__/pipelineResults';
import { renderPortal } from '../__testUtils__/renderPortal';
import {
  deployed,
  nothingPosted as nothing,
  ruleStages,
  serviceStages,
  source,
  stageSummary,
} from '../__testUtils__/stages';

const backend = setupBackend();

const passing = compliance({
  results: [result({ verdict: 'pass' })],
});

const failing = compliance({
  status: { verdict: 'fail', counts: counts({ fail: 1, blocking: 1 }) },
  results: [result()],
});

function serve(service: ServiceCompliance, stages: ServiceStages) {
  backend.on(getService, () => service);
  backend.on(getBundle, () => bundle);
  backend.on(getCheck, () => check());
  backend.on(listChecks, () => ({ items: [] }));
  backend.on(getExcerpt, () => new Refusal(404, 'No lines.'));
  backend.on(getServiceStages, () => stages);
}

async function openSection(query = '') {
  renderPortal(`/catalog/default/component/payments-api/compliance${query}`);
  return within(await screen.findByRole('region', { name: 'Pipeline' }));
}

type Section = Awaited<ReturnType<typeof openSection>>;

const textOf = ({ textContent }: HTMLElement) =>
  textContent?.replace(', Opens in a new window', '');

/** The rows of a table as people read them, without its head. */
async function rowsOf(section: Section, name: string) {
  const table = await section.findByRole('table', { name });
  return within(table).getAllByRole('row').slice(1).map(textOf);
}

async function stagesOf(section: Section) {
  const list = await section.findByRole('list', { name: 'Stages' });
  return [...list.children].map(item => textOf(item as HTMLElement));
}

const titlesOf = (section: Section) =>
  section.getAllByRole('heading', { level: 4 }).map(textOf);

describe('PipelineResults', () => {
  it('shows the newest of each stage side by side', async () => {
    serve(
      passing,
      serviceStages({
        stages: [
          source({ commit: undefined }),
          stageSummary(),
          { stage: 'deployed' },
        ],
      }),
    );
    const section = await openSection();
    expect(await stagesOf(section)).toEqual([
      'SourcePassesWhen2 hours agoChecked bythe portal',
      'PipelinePassesWhen2 hours agoCommitabcdef0Runbuild-42',
      'DeployedNothing posted yet',
    ]);
    expect(section.getByTitle(COMMIT)).toBeVisible();
    expect(section.getByRole('link', { name: /build-42/ })).toHaveAttribute(
      'href',
      'https://ci.example.com/runs/42',
    );
    expect(titlesOf(section)[0]).toBe('Source and pipeline agree: both pass');
    expect(
      section.getByText(
        '9 rules hold at every stage that says something of them.',
      ),
    ).toBeVisible();
    expect(
      section.queryByRole('navigation', { name: 'Environment' }),
    ).toBeNull();
  });

  it('stands after what must be fixed and before the rest', async () => {
    serve(
      compliance({
        results: [result(), result({ rule: 'm/P', verdict: 'pass' })],
      }),
      nothing,
    );
    await openSection();
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Fix first: 1 rule blocks',
      'Pipeline',
      'Passes: 1 rule',
      '1 document',
      'History',
    ]);
    expect(screen.getByRole('link', { name: /^Pipeline/ })).toHaveAttribute(
      'href',
      expect.stringContaining('#paved-road-pipeline'),
    );
  });

  it('says of each rule what each stage says, a gap never as a pass', async () => {
    serve(
      failing,
      serviceStages({
        stages: [source({ verdict: 'fail' }), stageSummary(), deployed()],
        explained: true,
        rules: [
          ruleStages({ deployed: 'unknown' }),
          ruleStages({
            ...{ rule: 'meridian/ADVISED', title: 'Advised' },
            ...{ enforcement: 'advise', disagrees: false },
            ...{ source: 'fail', pipeline: 'fail' },
          }),
          ruleStages({
            ...{ rule: '<b>no rule</b>', title: undefined },
            ...{ enforcement: undefined, disagrees: false },
            ...{ source: undefined, pipeline: 'fail', deployed: 'exempt' },
          }),
        ],
      }),
    );
    const section = await openSection();
    expect(await rowsOf(section, 'Rules by stage')).toEqual([
      'Buckets are encryptedStages disagreeBlocksHoldsUnknown',
      'AdvisedAdvisesAdvises–Says nothing',
      '<b>no rule</b>–Says nothingBlocksExempt',
    ]);
    expect(
      within(section.getByRole('table'))
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED',
      '/paved-road/rules/meridian/ADVISED',
    ]);
    expect(titlesOf(section)[0]).toBe(
      'Source, pipeline and deployed disagree on 1 rule',
    );
    expect(section.getByText(/^9 other rules hold/)).toBeVisible();
  });

  it('shows the first of many rules', async () => {
    serve(
      failing,
      serviceStages({
        rules: Array.from({ length: 30 }, (_, index) =>
          ruleStages({ rule: `meridian/R${index}`, title: `Rule ${index}` }),
        ),
      }),
    );
    const section = await openSection();
    expect(await rowsOf(section, 'Rules by stage')).toHaveLength(10);
    await userEvent.click(
      section.getByRole('button', { name: 'Show 20 more rules' }),
    );
    expect(await rowsOf(section, 'Rules by stage')).toHaveLength(30);
  });

  it('says first what was deployed and no check explains', async () => {
    const unexplained =
      'What run build-43 deployed to production was deployed although the pipeline’s check of it failed.';
    serve(
      passing,
      serviceStages({
        stages: [source(), stageSummary(), deployed()],
        ...{ explained: false, unexplained, unexplainedIn: ['production'] },
      }),
    );
    const section = await openSection();
    expect(await section.findByText(unexplained)).toBeVisible();
    expect(titlesOf(section).slice(0, 2)).toEqual([
      'Deployed without a check that explains it',
      'Source, pipeline and deployed agree: all pass',
    ]);
    expect((await stagesOf(section))[2]).toMatch(
      /^DeployedPassesNot explained by a check/,
    );
  });

  it('says so too where that is in another environment, and leads there', async () => {
    serve(
      passing,
      serviceStages({
        environments: ['production', 'staging'],
        unexplainedIn: ['staging'],
      }),
    );
    const section = await openSection();
    expect(
      await section.findByRole('link', {
        name: 'See what was deployed to staging',
      }),
    ).toHaveAttribute('href', expect.stringContaining('?environment=staging'));
    expect(titlesOf(section)[0]).toBe(
      'Deployed without a check that explains it',
    );
  });

  it('says where a stage was checked with other rules', async () => {
    serve(
      passing,
      serviceStages({
        stages: [
          source(),
          stageSummary({ bundleDigest: `sha256:${'0'.repeat(64)}` }),
          deployed(),
        ],
        explained: true,
      }),
    );
    const section = await openSection();
    const marked = (await stagesOf(section)).map(text =>
      /Other rules than at the stage source/.test(text ?? ''),
    );
    expect(marked).toEqual([false, true, false]);
  });

  it('does not link to what is no web address', async () => {
    // eslint-disable-next-line no-script-url -- what a hostile pipeline would send
    const url = 'javascript:alert(1)';
    serve(
      passing,
      serviceStages({
        stages: [source(), stageSummary({ url }), { stage: 'deployed' }],
      }),
    );
    const section = await openSection();
    expect(await section.findByText('build-42')).toBeVisible();
    expect(section.queryByRole('link')).toBeNull();
  });

  describe('of several environments', () => {
    const environments = ['production', 'staging'];
    const serveBoth = () => {
      serve(passing, nothing);
      backend.on(getServiceStages, ({ query }) =>
        query.environment === 'staging'
          ? serviceStages({ environment: 'staging', environments })
          : { ...nothing, environments },
      );
    };

    it('shows the one that is chosen, in the address of the page', async () => {
      serveBoth();
      const section = await openSection('?sort=x');
      const choice = within(
        await section.findByRole('navigation', { name: 'Environment' }),
      );
      expect(choice.getByRole('link', { current: true })).toHaveTextContent(
        'production',
      );
      expect((await stagesOf(section))[1]).toBe('PipelineNothing posted yet');
      await userEvent.click(choice.getByRole('link', { name: 'staging' }));
      await waitFor(async () =>
        expect((await stagesOf(section))[1]).toMatch(/^PipelinePasses/),
      );
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '/compliance?sort=x&environment=staging',
      );
    });

    it('leads back from one that there isn’t', async () => {
      serveBoth();
      backend.on(getServiceStages, ({ query }) =>
        query.environment
          ? new Refusal(400, 'There is no environment ‘prod’.')
          : { ...nothing, environments },
      );
      const section = await openSection('?environment=prod');
      expect(
        await section.findByText(/There is no environment ‘prod’/),
      ).toBeVisible();
      await userEvent.click(
        section.getByRole('button', { name: 'Show the default environment' }),
      );
      expect(await stagesOf(section)).toHaveLength(3);
    });
  });

  describe('of a stage that doesn’t pass', () => {
    const refused = pipelineSummary({
      id: 'result-of-pipeline',
      verdict: 'fail',
      reasons: [
        {
          code: 'blocking-findings',
          message: 'Fail and block here: meridian/X',
        },
      ],
      counts: { evaluated: 9, blocking: 1, advising: 0, unknown: 1 },
    });
    const stages = serviceStages({
      stages: [
        source({ verdict: 'fail' }),
        stageSummary({ verdict: 'fail' }),
        { stage: 'deployed' },
      ],
    });

    it('says why, and which rules, beside what the source says of them', async () => {
      serve(failing, stages);
      backend.on(getPipelineRun, ({ params }) => ({
        items: [
          pipelineResult({ ...refused, id: 'other', runId: params.runId }, []),
          pipelineResult({ ...refused, runId: params.runId }, [
            pipelineRuleResult({ rule: 'no rule <b>at all</b>' }),
            pipelineRuleResult(),
            pipelineRuleResult({
              rule: 'meridian/UNREAD',
              verdict: 'unknown',
              reason: 'The pipeline has not evaluated it',
            }),
          ]),
        ],
      }));
      const section = await openSection();
      expect(
        await section.findByRole('heading', {
          name: 'What the pipeline checked for production fails',
        }),
      ).toBeVisible();
      expect(
        await section.findByRole('list', { name: 'Reasons' }),
      ).toHaveTextContent(
        'Fail and block here: meridian/X. Fix these in the source and run the pipeline again.',
      );
      await userEvent.click(
        section.getByRole('button', { name: 'What was found of 3 rules' }),
      );
      const rules = section.getByRole('list', { name: 'Failing rules' });
      expect(rules).toHaveTextContent(
        'Buckets are encrypted In the source: BlocksReceipts in infra/data.yaml:12',
      );
      expect(
        within(rules)
          .getAllByRole('link')
          .map(link => link.getAttribute('href')),
      ).toEqual(['/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED']);
      expect(rules).toHaveTextContent('no rule <b>at all</b>');
      expect(
        section.getByText(/Platform pipeline itself says that it passed/),
      ).toBeVisible();
      await userEvent.click(
        section.getByRole('button', { name: '1 rule without verdict' }),
      );
      expect(
        section.getByRole('list', { name: 'Rules without verdict' }),
      ).toHaveTextContent('meridian/UNREADThe pipeline has not evaluated it');
    });

    it('keeps its verdict where the run can’t be loaded', async () => {
      serve(failing, stages);
      backend.on(getPipelineRun, () => new Refusal(500, 'The disk is full.'));
      const section = await openSection();
      expect(await section.findByText(/The disk is full/)).toBeVisible();
      expect(titlesOf(section)).toContain(
        'What the pipeline checked for production fails',
      );
      expect(screen.queryByRole('alert')).toBeNull();
    });
  });

  it('shows all results when asked, page by page', async () => {
    serve(passing, serviceStages());
    backend.on(listPipelineResults, ({ query }) =>
      query.cursor === 'next'
        ? { items: [pipelineSummary({ id: '1', runId: 'build-1' })] }
        : {
            items: [
              pipelineSummary({ id: '3', runId: 'build-3' }),
              pipelineSummary({ id: '2', environment: 'staging' }),
            ],
            nextCursor: 'next',
          },
    );
    const section = await openSection();
    await userEvent.click(
      await section.findByRole('button', { name: 'All results, newest first' }),
    );
    expect(await rowsOf(section, 'All results')).toEqual([
      'PipelineproductionPassesabcdef02 hours agoPlatform pipeline, run build-3',
      'PipelinestagingPassesabcdef02 hours agoPlatform pipeline, run build-42',
    ]);
    await userEvent.click(
      section.getByRole('button', { name: 'Show older results' }),
    );
    await waitFor(async () =>
      expect(await rowsOf(section, 'All results')).toHaveLength(3),
    );
    expect(
      section.queryByRole('button', { name: 'Show older results' }),
    ).toBeNull();
  });

  it('holds its place while it loads', async () => {
    serve(passing, nothing);
    const { open, opened } = gate();
    backend.on(getServiceStages, async () => {
      await opened;
      return serviceStages();
    });
    const section = await openSection();
    expect(section.getByRole('status')).toHaveTextContent(
      'Loading what pipelines have found',
    );
    open();
    expect(await stagesOf(section)).toHaveLength(3);
    expect(section.queryByRole('status')).toBeNull();
  });

  it('says what a result is, and how to post one, where there is none', async () => {
    serve(passing, nothing);
    const section = await openSection();
    expect(
      await section.findByText(/No pipeline has posted a result yet/),
    ).toBeVisible();
    expect(
      section.getByRole('region', { name: 'Line for the pipeline' }),
    ).toHaveTextContent(
      /paved-road check .*--service component:default\/payments-api .*--stage pipeline/,
    );
    expect(section.queryByText(/Passes|agree/)).toBeNull();
  });

  it('shows the stages of a service whose source was never checked', async () => {
    serve(
      passing,
      serviceStages({
        stages: [{ stage: 'source' }, stageSummary(), { stage: 'deployed' }],
      }),
    );
    backend.on(getService, () => new Refusal(404, 'Not checked.'));
    const section = await openSection();
    expect((await stagesOf(section))[0]).toBe('SourceNot checked yet');
    expect(titlesOf(section)[0]).toBe('There is nothing to compare yet');
  });

  it('says in a line whom to ask where they may not be seen', async () => {
    serve(failing, nothing);
    backend.on(getServiceStages, () => new Refusal(403, 'Unauthorized'));
    const section = await openSection();
    expect(
      await section.findByText(/You may not see what pipelines have found/),
    ).toBeVisible();
    expect(section.queryByRole('button')).toBeNull();
    expect(
      screen.getByRole('region', { name: 'Fix first: 1 rule blocks' }),
    ).toBeVisible();
  });

  it('fails in a line, leaves the tab alone, and tries again', async () => {
    serve(failing, nothing);
    backend.on(getServiceStages, () => new Refusal(500, 'The disk is full.'));
    const section = await openSection();
    expect(
      await section.findByText(
        /Could not load what pipelines have found. The disk is full/,
      ),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(
      screen.getByRole('region', { name: 'Fix first: 1 rule blocks' }),
    ).toBeVisible();
    backend.on(getServiceStages, () => serviceStages());
    await userEvent.click(section.getByRole('button', { name: 'Try again' }));
    expect(await stagesOf(section)).toHaveLength(3);
    expect(section.queryByText(/disk is full/)).toBeNull();
  });
});
