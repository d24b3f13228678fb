import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CheckDetail,
  createCheck,
  getBundle,
  getCheck,
  getExcerpt,
  getService,
  getServiceStages,
  listChecks,
  ServiceCompliance,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../../__testUtils__/backend';
import {
  bundle,
  check,
  compliance,
  counts,
  finding,
  hoursAgo,
  paymentsApi,
  result,
} from '../../__testUtils__/examples';
import { renderPortal } from '../../__testUtils__/renderPortal';
import { nothingPosted } from '../../__testUtils__/stages';

const backend = setupBackend();

const TAB = '/catalog/default/component/payments-api/compliance';

function serve(service: ServiceCompliance, checks: CheckDetail[] = [check()]) {
  backend.on(getService, () => service);
  backend.on(getBundle, () => bundle);
  backend.on(
    getCheck,
    ({ params }) =>
      checks.find(({ id }) => id === params.checkId) ??
      new Refusal(404, 'There is no such check.'),
  );
  backend.on(listChecks, () => ({ items: checks }));
  backend.on(getServiceStages, () => nothingPosted);
  backend.on(getExcerpt, ({ query }) => ({
    path: query.document,
    startLine: query.line - 2,
    lines: ['  Receipts:', '    Type: AWS::S3::Bucket', '    Properties:'],
    changed: false,
  }));
}

const mixed = compliance({
  status: {
    verdict: 'fail',
    counts: counts({
      fail: 3,
      blocking: 2,
      advising: 1,
      unknown: 1,
      pass: 1,
      skip: 1,
    }),
  },
  results: [
    result({ rule: 'm/SKIPPED', title: 'Skipped', verdict: 'skip' }),
    result({ rule: 'm/PASSED', title: 'Passed', verdict: 'pass' }),
    result({ rule: 'm/ADVISED', title: 'Advised', enforcement: 'advise' }),
    result({
      rule: 'm/UNREAD',
      title: 'Unread',
      verdict: 'unknown',
      reason: 'infra/data.yaml is not YAML: line 3.',
    }),
    result({ rule: 'm/LOW', title: 'Blocks a little', severity: 'low' }),
    result({
      rule: 'm/CRITICAL',
      title: 'Blocks a lot',
      severity: 'critical',
      why: 'A stolen disk must not tell who banks with us.',
      remediation: 'Set BucketEncryption.',
    }),
  ],
});

const section = (name: string) => screen.findByRole('region', { name });

describe('EntityComplianceContent', () => {
  it('groups the rules by what they ask of the owner, what blocks first', async () => {
    serve(mixed);
    renderPortal(TAB);
    await section('History');
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Fix first: 2 rules block',
      'Pipeline',
      'Not known: 1 rule',
      'Advice: 1 rule',
      'Passes: 1 rule',
      'Does not apply: 1 rule',
      '1 document',
      'History',
    ]);
    const blocking = await section('Fix first: 2 rules block');
    expect(
      within(blocking)
        .getAllByRole('heading', { level: 4 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Blocks a lot', 'Blocks a little']);
    expect(await section('Not known: 1 rule')).toHaveTextContent(
      'infra/data.yaml is not YAML: line 3.',
    );
  });

  it('says in one sentence what blocks which environment, and who is to fix it', async () => {
    serve(mixed);
    renderPortal(TAB);
    expect(
      await screen.findByRole('heading', {
        name: 'Fails 2 rules block production, 1 more advises',
      }),
    ).toBeVisible();
    expect(screen.getByText(/To be fixed by/)).toHaveTextContent('payments');
    expect(await screen.findByText(/Against the rules/)).toHaveTextContent(
      'sha256:bbbbbbbbbbbb',
    );
  });

  it('shows of a finding the reason, the fix, the place and the lines around it', async () => {
    serve(mixed);
    renderPortal(TAB);
    const blocking = await section('Fix first: 2 rules block');
    const [worst] = within(blocking).getAllByRole('listitem');
    expect(worst).toHaveTextContent(
      'Why: A stolen disk must not tell who banks with us.',
    );
    expect(worst).toHaveTextContent('Fix: Set BucketEncryption.');
    expect(
      within(worst).getByRole('link', { name: 'Blocks a lot' }),
    ).toHaveAttribute('href', '/paved-road/rules/m/CRITICAL');
    expect(
      within(worst).getByRole('link', { name: /^infra\/data\.yaml:12/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/payments/blob/main/infra/data.yaml#L12',
    );
    const lines = await within(worst).findByRole('region', {
      name: 'infra/data.yaml around line 12',
    });
    expect(
      within(lines).getByText('Marked line 12:').parentElement,
    ).toHaveTextContent('Properties:');
  });

  it('opens and closes the lines from the keyboard', async () => {
    serve(mixed);
    renderPortal(TAB);
    const advice = await section('Advice: 1 rule');
    const toggle = within(advice).getByRole('button', {
      name: 'The lines around infra/data.yaml:12',
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    toggle.focus();
    await userEvent.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(
      await within(advice).findByText('Type: AWS::S3::Bucket', {
        exact: false,
      }),
    ).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(within(advice).queryByText(/Type: AWS/)).toBeNull();
  });

  it('does not show lines that have changed since the check', async () => {
    serve(mixed);
    backend.on(getExcerpt, ({ query }) => ({
      path: query.document,
      startLine: query.line,
      lines: [],
      changed: true,
    }));
    renderPortal(TAB);
    const blocking = await section('Fix first: 2 rules block');
    expect(
      (
        await within(blocking).findAllByText(
          /The document has changed since this check/,
        )
      )[0],
    ).toBeVisible();
  });

  it('stays usable with hundreds of findings, of hostile names', async () => {
    const long = 'x'.repeat(3000);
    serve(
      compliance({
        status: { verdict: 'fail', counts: counts({ fail: 1, blocking: 1 }) },
        results: [
          result({
            title: `<b>${long}</b>`,
            findings: Array.from({ length: 500 }, (_, index) =>
              finding({
                resource: `Bucket${index}`,
                message: '<img src=x onerror="alert(1)">',
              }),
            ),
          }),
        ],
      }),
    );
    renderPortal(TAB);
    const findings = await screen.findByRole('list', { name: '500 findings' });
    expect(within(findings).getAllByRole('listitem')).toHaveLength(5);
    expect(screen.queryByRole('img')).toBeNull();
    expect(
      within(findings).getAllByText('<img src=x onerror="alert(1)">'),
    ).toHaveLength(5);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 50 more findings of 495 left' }),
    );
    expect(within(findings).getAllByRole('listitem')).toHaveLength(55);
  });

  it('shows a check under way to its end, and what it found', async () => {
    let state: CheckDetail['state'] = 'queued';
    const running = () =>
      check({
        id: 'check-2',
        state,
        finishedAt: undefined,
        verdict: undefined,
        counts: undefined,
      });
    serve(mixed);
    backend.on(createCheck, () => running());
    backend.on(getCheck, ({ params }) =>
      params.checkId === 'check-2' && state !== 'finished'
        ? running()
        : check({ id: params.checkId }),
    );
    renderPortal(TAB);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Check now' }),
    );
    expect(await screen.findByText('Waiting for its turn')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Check now' })).toBeDisabled();

    state = 'running';
    expect(await screen.findByText('Checking the documents')).toBeVisible();

    state = 'finished';
    backend.on(getService, () => compliance());
    expect(
      await screen.findByText('The check is done: 3 rules that apply pass'),
    ).toBeVisible();
    expect(
      await screen.findByRole('heading', {
        name: 'Passes 3 rules that apply pass',
      }),
    ).toBeVisible();
    expect(screen.queryByText('Blocks a lot')).toBeNull();
    expect(screen.getByRole('button', { name: 'Check now' })).toBeEnabled();
  });

  it('says why a check failed, and that the status is older', async () => {
    serve(mixed);
    const failed = check({
      id: 'check-2',
      state: 'failed',
      error: 'The repository did not answer.',
      verdict: undefined,
      counts: undefined,
    });
    backend.on(createCheck, () => ({ ...failed, state: 'queued' as const }));
    backend.on(getCheck, () => failed);
    renderPortal(TAB);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Check now' }),
    );
    expect(
      await screen.findByText(
        'The check failed. The repository did not answer.',
      ),
    ).toBeVisible();
    expect(await section('Fix first: 2 rules block')).toBeVisible();
  });

  it('says to who may not ask for a check who may', async () => {
    serve(mixed);
    // A service of its own, since decisions are remembered beyond this test.
    renderPortal('/catalog/default/component/ledger/compliance', {
      mayCheck: false,
      entity: {
        ...paymentsApi,
        metadata: { ...paymentsApi.metadata, name: 'ledger' },
      },
    });
    expect(
      await screen.findByText(
        'You may not ask for a check of this service. Its owners can.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Check now' })).toBeDisabled();
  });

  it('marks a status that is too old or from other rules, with the reason', async () => {
    serve(
      compliance({
        status: {
          verdict: 'unknown',
          stale: true,
          bundleCurrent: false,
          checkedAt: hoursAgo(72),
          reason: { code: 'stale', message: 'Checked 72 hours ago.' },
        },
        results: [result({ verdict: 'pass', title: 'Once passed' })],
      }),
    );
    renderPortal(TAB);
    expect(
      await screen.findByRole('heading', {
        name: 'Unknown The newest check is too old',
      }),
    ).toBeVisible();
    expect(screen.getByText('Stale')).toBeVisible();
    expect(screen.getByText('Rules changed since')).toBeVisible();
    expect(screen.getByText('3 days ago')).toBeVisible();
    expect(screen.getByText('Checked 72 hours ago.')).toBeVisible();
  });

  it('shows the documents, and which of them could not be read', async () => {
    serve(
      compliance({
        documents: [
          { path: 'infra/good.yaml', format: 'cloudformation-yaml' },
          {
            path: 'infra/bad.yaml',
            format: 'unknown',
            error: 'Not YAML: line 3.',
            // eslint-disable-next-line no-script-url -- what a hostile document host would answer
            viewUrl: 'javascript:alert(1)',
          },
        ],
      }),
    );
    renderPortal(TAB);
    const table = await screen.findByRole('table', { name: 'Documents' });
    expect(table).toHaveTextContent('infra/bad.yamlNot recognisedNot YAML');
    expect(within(table).queryByRole('link')).toBeNull();
  });

  it('opens an old check as it was, and leads back', async () => {
    serve(mixed, [
      check(),
      check({
        id: 'check-0',
        trigger: 'schedule',
        requestedBy: undefined,
        finishedAt: hoursAgo(48),
        verdict: 'fail',
        counts: counts({ fail: 1, blocking: 1 }),
        results: [result({ title: 'Was broken then' })],
      }),
    ]);
    renderPortal(TAB);
    const history = await screen.findByRole('table', { name: 'Checks' });
    expect(history).toHaveTextContent('2 days agoFails1 blocksthe schedule');
    await userEvent.click(
      within(history).getByRole('link', { name: '2 days ago' }),
    );
    expect(await screen.findByText('A check as it was')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      `${TAB}?check=check-0`,
    );
    expect(screen.getByText('Was broken then')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /The lines around/ }),
    ).toBeNull();
    await userEvent.click(
      screen.getByRole('link', { name: 'See the service as it is now' }),
    );
    expect(await screen.findByText('Blocks a lot')).toBeVisible();
  });

  it('asks for a first check where there was none yet', async () => {
    serve(mixed);
    backend.on(getService, () => new Refusal(404, 'Not checked.'));
    renderPortal(TAB);
    expect(await screen.findByText('Not checked yet')).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Check now' })).toBeEnabled(),
    );
  });

  it('tells who may not see the findings whom to ask', async () => {
    serve(mixed);
    backend.on(getService, () => new Refusal(403, 'Unauthorized'));
    renderPortal(TAB);
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(
      screen.getByText(/Ask the owners of the service if you need it/),
    ).toBeVisible();
  });

  it('says what went wrong, and tries again', async () => {
    serve(mixed);
    backend.on(getService, () => new Refusal(500, 'The disk is full.'));
    renderPortal(TAB);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The disk is full.',
    );
    backend.on(getService, () => mixed);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(await screen.findByText('Blocks a lot')).toBeVisible();
  });

  it('says how a service gets on the paved road', async () => {
    renderPortal(TAB, {
      entity: { ...paymentsApi, metadata: { name: 'payments-api' } },
    });
    expect(await screen.findByText('Not yet on the paved road')).toBeVisible();
    expect(
      screen.getByRole('region', {
        name: 'Annotation to add to the catalog file',
      }),
    ).toHaveTextContent('paved-road.io/documents: infra/*.yaml');
  });
});
