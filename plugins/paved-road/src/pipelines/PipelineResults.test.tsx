import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getBundle,
  getCheck,
  getExcerpt,
  getPipelineRun,
  getService,
  listChecks,
  listPipelineResults,
  PipelineResultSummary,
  ServiceCompliance,
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

const backend = setupBackend();

const passing = compliance({
  results: [result({ verdict: 'pass' })],
});

const failing = compliance({
  status: { verdict: 'fail', counts: counts({ fail: 1, blocking: 1 }) },
  results: [result()],
});

function serve(service: ServiceCompliance, results: PipelineResultSummary[]) {
  backend.on(getService, () => service);
  backend.on(getBundle, () => bundle);
  backend.on(getCheck, () => check());
  backend.on(listChecks, () => ({ items: [] }));
  backend.on(getExcerpt, () => new Refusal(404, 'No lines.'));
  backend.on(listPipelineResults, () => ({ items: results }));
}

async function openSection() {
  renderPortal('/catalog/default/component/payments-api/compliance');
  return within(await screen.findByRole('region', { name: 'Pipeline' }));
}

/** The rows of a table as people read them, without its head. */
async function rowsOf(
  section: Awaited<ReturnType<typeof openSection>>,
  name: string,
) {
  const table = await section.findByRole('table', { name });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) =>
      textContent?.replace(', Opens in a new window', ''),
    );
}

const refused = pipelineSummary({
  verdict: 'fail',
  reasons: [
    { code: 'blocking-findings', message: 'Fail and block here: meridian/X' },
  ],
  counts: { evaluated: 9, blocking: 1, advising: 0, unknown: 1 },
});

describe('PipelineResults', () => {
  it('shows the newest of each environment and stage beside the source', async () => {
    serve(passing, [
      pipelineSummary({ id: '5', stage: 'deployed' }),
      pipelineSummary({ id: '4' }),
      pipelineSummary({ id: '3', environment: 'development' }),
      pipelineSummary({ id: '2', runId: 'build-41' }),
    ]);
    const section = await openSection();
    expect(await rowsOf(section, 'Newest results')).toEqual([
      'Source–Passes–3 hours agothe portal',
      'PipelinedevelopmentPassesabcdef02 hours agoPlatform pipeline, run build-42',
      'PipelineproductionPassesabcdef02 hours agoPlatform pipeline, run build-42',
      'DeployedproductionPassesabcdef02 hours agoPlatform pipeline, run build-42',
    ]);
    expect(section.getAllByTitle(COMMIT)).toHaveLength(3);
    expect(
      section.getAllByRole('link', { name: /build-42/ })[0],
    ).toHaveAttribute('href', 'https://ci.example.com/runs/42');
    expect(section.queryByText('Source and pipeline disagree')).toBeNull();
    expect(section.queryByText(/explains it/)).toBeNull();
  });

  it('stands after what must be fixed and before the rest', async () => {
    serve(
      compliance({
        results: [result(), result({ rule: 'm/P', verdict: 'pass' })],
      }),
      [],
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

  it('says why a result fails, and which rules, beside what the source says of them', async () => {
    serve(failing, [refused]);
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
    expect(section.getByRole('list', { name: 'Reasons' })).toHaveTextContent(
      'Fail and block here: meridian/X. Fix these in the source and run the pipeline again.',
    );
    const rules = await section.findByRole('list', { name: 'Failing rules' });
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

  it('keeps the reasons where the rules of the run can’t be loaded', async () => {
    serve(failing, [refused]);
    backend.on(getPipelineRun, () => new Refusal(500, 'The disk is full.'));
    const section = await openSection();
    expect(await section.findByText(/The disk is full/)).toBeVisible();
    expect(section.getByRole('list', { name: 'Reasons' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not link to what is no web address', async () => {
    // eslint-disable-next-line no-script-url -- what a hostile pipeline would send
    serve(passing, [pipelineSummary({ url: 'javascript:alert(1)' })]);
    const section = await openSection();
    expect(await section.findByText(/run build-42/)).toBeVisible();
    expect(section.queryByRole('link')).toBeNull();
  });

  it.each([
    [
      passing,
      pipelineSummary({ verdict: 'fail' }),
      'The source passes; what the pipeline checked for production fails.',
    ],
    [
      passing,
      pipelineSummary({ verdict: 'unknown' }),
      'The source passes; what the pipeline checked for production is not known to pass.',
    ],
    [
      failing,
      pipelineSummary({ stage: 'deployed', environment: 'staging' }),
      'The source fails; what was deployed to staging passes.',
    ],
  ])(
    'says where source and pipeline disagree (%#)',
    async (source, one, words) => {
      serve(source, [one]);
      const section = await openSection();
      expect(
        await section.findByRole('heading', {
          name: 'Source and pipeline disagree',
        }),
      ).toBeVisible();
      expect(section.getByText(words)).toBeVisible();
    },
  );

  it('sees no disagreement where the same failure only advises', async () => {
    serve(failing, [
      pipelineSummary({
        environment: 'development',
        counts: { evaluated: 9, blocking: 0, advising: 1, unknown: 0 },
      }),
    ]);
    const section = await openSection();
    expect(await rowsOf(section, 'Newest results')).toHaveLength(2);
    expect(section.queryByText('Source and pipeline disagree')).toBeNull();
  });

  it('names what was deployed and was not checked for that environment', async () => {
    serve(passing, [
      pipelineSummary({ id: '2', stage: 'deployed', runId: 'build-43' }),
      pipelineSummary({ id: '1', environment: 'staging' }),
    ]);
    const section = await openSection();
    expect(
      await section.findByRole('heading', {
        name: 'Deployed without a check that explains it',
      }),
    ).toBeVisible();
    expect(
      section.getByText(/What run build-43 deployed to production/),
    ).toBeVisible();
  });

  it('shows older results when asked, page by page', async () => {
    serve(passing, []);
    backend.on(listPipelineResults, ({ query }) =>
      query.cursor === 'next'
        ? { items: [pipelineSummary({ id: '1', runId: 'build-1' })] }
        : {
            items: [
              pipelineSummary({ id: '3', runId: 'build-3' }),
              pipelineSummary({ id: '2', runId: 'build-2' }),
            ],
            nextCursor: 'next',
          },
    );
    const section = await openSection();
    expect(await rowsOf(section, 'Newest results')).toHaveLength(2);
    expect(section.queryByText(/build-2/)).toBeNull();
    expect(
      section.getByText('Only the newest 2 results have been looked at.'),
    ).toBeVisible();
    const button = () =>
      section.getByRole('button', { name: 'Show older results' });
    await userEvent.click(button());
    expect(await rowsOf(section, 'Older results')).toHaveLength(1);
    await userEvent.click(button());
    expect(await section.findByText(/build-1/)).toBeVisible();
    expect(await rowsOf(section, 'Older results')).toHaveLength(2);
    expect(
      section.queryByRole('button', { name: 'Show older results' }),
    ).toBeNull();
  });

  it('holds its place while it loads', async () => {
    serve(passing, []);
    const { open, opened } = gate();
    backend.on(listPipelineResults, async () => {
      await opened;
      return { items: [pipelineSummary()] };
    });
    const section = await openSection();
    expect(section.getByRole('status')).toHaveTextContent(
      'Loading what pipelines have found',
    );
    open();
    expect(await rowsOf(section, 'Newest results')).toHaveLength(2);
    expect(section.queryByRole('status')).toBeNull();
  });

  it('says what a result is, and how to post one, where there is none', async () => {
    serve(passing, []);
    const section = await openSection();
    expect(
      await section.findByText(/No pipeline has posted a result yet/),
    ).toBeVisible();
    expect(
      section.getByRole('region', { name: 'Line for the pipeline' }),
    ).toHaveTextContent(
      /paved-road check .*--service component:default\/payments-api .*--stage pipeline/,
    );
  });

  it('shows results of a service whose source was never checked', async () => {
    serve(passing, [pipelineSummary()]);
    backend.on(getService, () => new Refusal(404, 'Not checked.'));
    const section = await openSection();
    expect(await rowsOf(section, 'Newest results')).toEqual([
      expect.stringContaining('Pipelineproduction'),
    ]);
  });

  it('says in a line whom to ask where they may not be seen', async () => {
    serve(failing, []);
    backend.on(listPipelineResults, () => new Refusal(403, 'Unauthorized'));
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
    serve(failing, []);
    backend.on(
      listPipelineResults,
      () => new Refusal(500, 'The disk is full.'),
    );
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
    backend.on(listPipelineResults, () => ({ items: [pipelineSummary()] }));
    await userEvent.click(section.getByRole('button', { name: 'Try again' }));
    expect(await rowsOf(section, 'Newest results')).toHaveLength(2);
    await waitFor(() => expect(section.queryByText(/disk is full/)).toBeNull());
  });
});
