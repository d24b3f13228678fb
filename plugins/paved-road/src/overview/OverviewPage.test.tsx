import { screen, within } from '@testing-library/react';
import {
  BundleSummary,
  getBundle,
  getService,
  listRules,
  listServices,
  ServiceStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../__testUtils__/backend';
import {
  bundle,
  compliance,
  counts,
  result,
  ruleSummary,
  status,
} from '../__testUtils__/examples';
import { renderPortal } from '../__testUtils__/renderPortal';

const backend = setupBackend();

const PAYMENTS = 'group:default/payments';
const blocked = status({
  verdict: 'fail',
  counts: counts({ fail: 1, blocking: 1 }),
});
const unread = status({
  entityRef: 'component:default/ledger',
  title: 'Ledger',
  verdict: 'unknown',
  reason: { code: 'document-error', message: 'infra/a.yaml is not YAML.' },
});
const fine = status({ entityRef: 'component:default/kyc', title: 'KYC' });
const foreign = status({
  entityRef: 'component:default/loans',
  title: 'Loans',
  owner: 'group:default/lending',
  verdict: 'fail',
});

function serve(
  services: ServiceStatus[] = [blocked, unread, fine, foreign],
  inForce: BundleSummary = bundle,
) {
  backend.on(listServices, ({ query }) => {
    const items = services.filter(
      ({ owner }) => !query.owner || query.owner.includes(owner ?? ''),
    );
    const having = (verdict: string) =>
      items.filter(one => one.verdict === verdict).length;
    return {
      items: items.slice(0, query.limit),
      totalItems: items.length,
      counts: {
        pass: having('pass'),
        fail: having('fail'),
        unknown: having('unknown'),
        stale: 0,
      },
    };
  });
  backend.on(getService, () =>
    compliance({ results: [result({ title: 'Buckets are encrypted' })] }),
  );
  backend.on(listRules, () => ({
    items: [ruleSummary(), ruleSummary({ name: 'B', hasRationale: false })],
    totalItems: 2,
    facets: { packs: [], severities: [], frameworks: [], resourceTypes: [] },
  }));
  backend.on(getBundle, () => inForce);
}

const section = (name: string) => screen.findByRole('region', { name });

describe('OverviewPage', () => {
  it('begins with what the reader has to fix, and names the rules that block', async () => {
    serve();
    renderPortal('/paved-road/overview');
    const mine = await section('1 service of yours needs a fix, 1 is unknown');
    expect(screen.getAllByRole('heading', { level: 2 })[0]).toHaveTextContent(
      '1 service of yours needs a fix, 1 is unknown',
    );
    expect(
      await within(mine).findByRole('link', { name: 'Buckets are encrypted' }),
    ).toHaveAttribute('href', '/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED');
    expect(mine).toHaveTextContent('infra/a.yaml is not YAML.');
    expect(mine).not.toHaveTextContent('Loans');
    expect(
      within(mine).getByRole('link', { name: '1 service of yours passes' }),
    ).toHaveAttribute(
      'href',
      `/paved-road/services?${new URLSearchParams([
        ['owner', 'user:default/mia.kowalski'],
        ['owner', PAYMENTS],
        ['verdict', 'pass'],
      ])}`,
    );
  });

  it('counts the fleet and what the rules lack, each number leading there', async () => {
    serve();
    renderPortal('/paved-road/overview');
    expect(
      await within(await section('All services that you may see')).findByRole(
        'link',
        {
          name: /^2 Fail/,
        },
      ),
    ).toHaveAttribute('href', '/paved-road/services?verdict=fail');
    const rules = await section('The rules');
    expect(
      await within(rules).findByRole('link', { name: /^2 In force/ }),
    ).toHaveAttribute('href', '/paved-road/rules');
    expect(
      within(rules).getByRole('link', { name: /^1 No rationale/ }),
    ).toHaveAttribute('href', '/paved-road/rules?gap=no-rationale');
  });

  it('says which pack could not be loaded, and why', async () => {
    serve(undefined, {
      ...bundle,
      problems: [{ pack: 'legacy', message: 'pack.yaml: no id.' }],
    });
    renderPortal('/paved-road/overview');
    expect(
      await screen.findByRole('heading', {
        name: 'The pack legacy could not be loaded',
      }),
    ).toBeVisible();
    expect(screen.getByText(/pack\.yaml: no id\./)).toBeVisible();
  });

  it('says how services show up to who owns none', async () => {
    serve();
    renderPortal('/paved-road/overview', {
      ownershipEntityRefs: ['user:default/new'],
    });
    expect(
      await screen.findByText('No service of yours is on the paved road yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See the services of all teams' }),
    ).toHaveAttribute('href', '/paved-road/services');
  });

  it('keeps the other parts when one may not be seen', async () => {
    serve();
    backend.on(listRules, () => new Refusal(403, 'Unauthorized'));
    renderPortal('/paved-road/overview');
    expect(
      await within(await section('The rules')).findByText(
        'You may not see this',
      ),
    ).toBeVisible();
    expect(
      await section('1 service of yours needs a fix, 1 is unknown'),
    ).toBeVisible();
    expect(await section('All services that you may see')).toBeVisible();
  });
});
