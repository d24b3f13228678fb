import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  GoldenPath,
  listGoldenPaths,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../../__testUtils__/backend';
import { goldenPath, LAMBDA_API } from '../../__testUtils__/goldenPaths';
import { renderPortal } from '../../__testUtils__/renderPortal';

const backend = setupBackend();

const PAGE = '/paved-road/golden-paths';

function serve(...items: GoldenPath[]) {
  backend.on(listGoldenPaths, () => ({ items }));
}

const article = (name: string) => screen.findByRole('article', { name });

describe('GoldenPathsPage', () => {
  it('says of a path what one gets, what leaving costs, who uses it and what changed last', async () => {
    serve(goldenPath());
    renderPortal(PAGE);
    const path = within(await article('Lambda API'));
    expect(
      screen.getByRole('heading', { name: '1 golden path' }),
    ).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(path.getByText('An HTTP API with one table.')).toBeVisible();
    expect(
      within(path.getByRole('list', { name: 'What Lambda API gives' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['An API with a table', 'Alarms on errors']);
    expect(
      path.getByText('The code stays yours; its pipeline doesn’t.'),
    ).toBeVisible();
    const newest = path.getByRole('list', {
      name: 'Newest version of Lambda API',
    });
    expect(newest).toHaveTextContent(/^1\.1\.0.*Comes wired\.$/);

    expect(path.getByRole('link', { name: '3 services' })).toHaveAttribute(
      'href',
      `/paved-road/adoption?path=${encodeURIComponent(LAMBDA_API)}#services`,
    );
    expect(path.getByRole('link', { name: '1 on 1.0.0' })).toHaveAttribute(
      'href',
      `/paved-road/adoption?path=${encodeURIComponent(
        LAMBDA_API,
      )}&version=1.0.0#services`,
    );
    await userEvent.click(
      path.getByRole('button', { name: '1 earlier version' }),
    );
    expect(path.getByText('The first version.')).toBeVisible();
  });

  it('leads from the number of rules to each rule, and says which are not in force', async () => {
    serve(
      goldenPath({
        rules: [
          { id: 'gone/', title: 'Gone', inForce: false },
          ...goldenPath().rules,
        ],
      }),
    );
    renderPortal(PAGE);
    const path = within(await article('Lambda API'));
    await userEvent.click(
      path.getByRole('button', { name: '2 rules, 1 not in force' }),
    );
    const [first, second] = within(
      path.getByRole('list', { name: 'Rules that Lambda API satisfies' }),
    ).getAllByRole('listitem');
    expect(
      within(first).getByRole('link', { name: 'Buckets are encrypted' }),
    ).toHaveAttribute('href', '/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED');
    expect(second).toHaveTextContent('gone/ Not in force');
    expect(within(second).queryByRole('link')).toBeNull();
  });

  it('compares several at a glance', async () => {
    serve(
      goldenPath(),
      goldenPath({
        ref: 'template:default/adopt',
        title: 'Adopt the paved road',
        version: '2.0.0',
        rules: [],
        usage: { services: 0, versions: [] },
      }),
    );
    renderPortal(PAGE);
    const [lambda, adopt] = within(
      await screen.findByRole('table', { name: 'Golden paths compared' }),
    )
      .getAllByRole('row')
      .slice(1);
    expect(within(lambda).getByText('Lambda API')).toHaveAttribute(
      'href',
      '#path-default-lambda-api',
    );
    expect(within(lambda).getByText('1 rule')).toHaveAttribute(
      'href',
      '#path-default-lambda-api-rules',
    );
    expect(adopt).toHaveTextContent(
      /^Adopt the paved road2\.0\.0.*None yetNone recorded$/,
    );
    expect(await article('Adopt the paved road')).toHaveAttribute(
      'id',
      'path-default-adopt',
    );
  });

  it('opens the rules that the address asks for', async () => {
    serve(goldenPath());
    renderPortal(`${PAGE}#path-default-lambda-api-rules`);
    const path = within(await article('Lambda API'));
    expect(
      path.getByRole('link', { name: 'Buckets are encrypted' }),
    ).toBeVisible();
  });

  it('leads to the template in a portal without the scaffolder’s route', async () => {
    serve(goldenPath({ ref: 'template:apps/web site' }));
    renderPortal(PAGE);
    expect(
      await screen.findByRole('button', { name: 'Use it: Lambda API' }),
    ).toHaveAttribute('href', '/create/templates/apps/web%20site');
  });

  it('leads to the template wherever the portal has its scaffolder', async () => {
    serve(goldenPath());
    const root = createRouteRef();
    const scaffolder = createFrontendPlugin({
      pluginId: 'scaffolder',
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/build',
            routeRef: root,
            loader: async () => <>Build</>,
          },
        }),
      ],
      routes: {
        selectedTemplate: createSubRouteRef({
          parent: root,
          path: '/templates/:namespace/:templateName',
        }),
      },
    });
    renderPortal(PAGE, { features: [scaffolder] });
    expect(
      await screen.findByRole('button', { name: 'Use it: Lambda API' }),
    ).toHaveAttribute('href', '/build/templates/default/lambda-api');
  });

  it('shows a broken path for what it is, and who can mend it', async () => {
    serve(
      goldenPath({
        version: '',
        gives: [],
        leaving: undefined,
        rules: [],
        changes: [],
        usage: { services: 0, versions: [] },
        problem: 'gives: at least one line is needed',
      }),
    );
    renderPortal(PAGE);
    const path = within(await article('Lambda API'));
    expect(path.getByText('gives: at least one line is needed')).toBeVisible();
    expect(path.getAllByRole('link', { name: 'platform' })[0]).toBeVisible();
    expect(path.getByText('Not said')).toBeVisible();
    expect(path.getByText(/^None is recorded/)).toBeVisible();
    expect(path.queryByText('What you get')).toBeNull();
  });

  it('shows what a template says as text, whatever it is', async () => {
    const text = '<img src=x onerror=alert(1)>[x](javascript:alert(1))';
    serve(
      goldenPath({
        ref: 'not a ref',
        title: text,
        gives: [text],
        leaving: text,
        owner: text,
        changes: [{ version: '1', date: '2026-01-01', summary: text }],
      }),
    );
    renderPortal(PAGE);
    const path = within(await article(text));
    expect(path.getAllByText(text)).toHaveLength(4);
    path
      .queryAllByRole('link')
      .forEach(link => expect(link.getAttribute('href')).toMatch(/^[\/#]/));
    expect(path.queryByRole('img')).toBeNull();
    expect(path.queryByRole('button', { name: /^Use it/ })).toBeNull();
  });

  it('says how a template becomes one where there is none', async () => {
    serve();
    renderPortal(PAGE);
    expect(
      await screen.findByText('There is no golden path yet'),
    ).toBeVisible();
    expect(
      screen.getByText(/paved-road\.io\/golden-path-version/),
    ).toBeVisible();
  });

  it('tells who may not see them whom to ask', async () => {
    backend.on(listGoldenPaths, () => new Refusal(403, 'Unauthorized'));
    renderPortal(PAGE);
    expect(
      await screen.findByText(/no permission to see the golden paths\. Ask/),
    ).toBeVisible();
  });

  it('says what went wrong, and tries again', async () => {
    backend.on(listGoldenPaths, () => new Refusal(500, 'The disk is full.'));
    renderPortal(PAGE);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The disk is full.',
    );
    serve(goldenPath());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await article('Lambda API')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
