import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  listRules,
  RuleSummary,
  Severity,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../__testUtils__/backend';
import { ruleSummary } from '../__testUtils__/examples';
import { renderPortal } from '../__testUtils__/renderPortal';

const backend = setupBackend();

const encrypted = ruleSummary();
const broken = ruleSummary({
  name: 'LOGS_ARE_KEPT',
  title: 'Logs are kept',
  severity: 'low',
  frameworks: ['PCI DSS 4'],
  broken: 'line 3: expected a clause',
  hasRationale: false,
  reviewBy: '2020-01-01',
  resourceTypes: [],
});
const controlTower = ruleSummary({
  pack: 'control-tower',
  name: 'S3_BUCKET_LOGGING',
  alias: 'CT.S3.PR.1',
  title: 'Buckets write access logs',
  severity: 'medium',
  frameworks: ['NIST 800-53 Rev 5', 'PCI DSS 4'],
  hasRationale: false,
  enforcement: { development: 'advise', production: 'advise' },
  resourceTypes: ['A::B::C', 'A::B::D', 'A::B::E'],
});
const all = [encrypted, broken, controlTower];

/** Rules that answer the filters as the API says. */
function serveRules(rules: RuleSummary[] = all) {
  backend.on(listRules, ({ query }) => ({
    items: rules.filter(
      one =>
        (query.pack ?? [one.pack]).includes(one.pack) &&
        (!query.severity || query.severity.includes(one.severity!)) &&
        (!query.framework ||
          one.frameworks.some(name => query.framework!.includes(name))) &&
        one.title.toLowerCase().includes(query.text ?? ''),
    ),
    totalItems: rules.length,
    facets: {
      packs: ['control-tower', 'meridian'],
      severities: ['high', 'medium', 'low'] as const satisfies Severity[],
      frameworks: ['NIST 800-53 Rev 5', 'PCI DSS 4'],
      resourceTypes: ['AWS::S3::Bucket'],
    },
  }));
}

async function rows(expected: number) {
  await waitFor(() =>
    expect(
      within(screen.getByRole('table', { name: 'Rules' })).getAllByRole('row'),
    ).toHaveLength(expected + 1),
  );
  return within(screen.getByRole('table', { name: 'Rules' }))
    .getAllByRole('row')
    .slice(1);
}

const address = () => screen.getByLabelText('Address').textContent;

describe('RulesPage', () => {
  it('says of each rule what it is, how much it weighs, what a failure does, and what it lacks', async () => {
    serveRules();
    renderPortal('/paved-road/rules');
    const [first, second, third] = await rows(3);
    expect(
      screen.getByRole('heading', { name: '3 rules in force' }),
    ).toBeVisible();

    expect(first).toHaveTextContent(
      'Buckets are encryptedmeridian/BUCKET_IS_ENCRYPTEDHighBlocks productionAWS::S3::Bucket',
    );
    expect(
      within(first).getByRole('link', { name: 'Buckets are encrypted' }),
    ).toHaveAttribute('href', '/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED');
    for (const gap of ['Broken', 'Review overdue']) {
      expect(second).toHaveTextContent(gap);
      expect(first).not.toHaveTextContent(gap);
    }
    expect(second).not.toHaveTextContent('No rationale');
    expect(second).toHaveTextContent('Any resource');
    expect(third).toHaveTextContent(
      'CT.S3.PR.1 · control-tower/S3_BUCKET_LOGGING',
    );
    expect(third).toHaveTextContent('Advises everywhere');
    expect(third).toHaveTextContent('A::B::CA::B::Dand 1 more');
  });

  it('narrows by framework from the keyboard, and the address says so', async () => {
    serveRules();
    renderPortal('/paved-road/rules');
    await rows(3);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Framework' }),
      'PCI{arrowdown}{enter}',
    );
    await rows(2);
    expect(screen.getByRole('heading', { name: '2 of 3 rules' })).toBeVisible();
    expect(address()).toBe('/paved-road/rules?framework=PCI+DSS+4');
  });

  it('narrows by severity and by what the owner should mend', async () => {
    serveRules();
    renderPortal('/paved-road/rules');
    await rows(3);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Low' }));
    expect((await rows(1))[0]).toHaveTextContent('Logs are kept');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Low' }));
    await rows(3);
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'No rationale (2)' }),
    );
    await rows(2);
    expect(address()).toBe('/paved-road/rules?gap=no-rationale');
  });

  it('shows what a shared address says, and takes all filters away again', async () => {
    serveRules();
    renderPortal(
      '/paved-road/rules?pack=meridian&severity=high&text=logs&page=7',
    );
    expect(await screen.findByText('No rule matches')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'High' })).toBeChecked();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await rows(3);
    expect(address()).toBe('/paved-road/rules');
  });

  it('shows many rules page by page', async () => {
    serveRules(
      Array.from({ length: 120 }, (_, index) =>
        ruleSummary({ name: `RULE_${index}`, title: `Rule ${index}` }),
      ),
    );
    renderPortal('/paved-road/rules');
    expect((await rows(50))[0]).toHaveTextContent('Rule 0');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51–100 of 120')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect((await rows(20))[0]).toHaveTextContent('Rule 100');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    expect(address()).toBe('/paved-road/rules?page=3');
  });

  it('says where packs come from when no rule is in force', async () => {
    serveRules([]);
    renderPortal('/paved-road/rules');
    expect(await screen.findByText('No rules are in force')).toBeVisible();
    expect(screen.getByText('pavedRoad.packs')).toBeVisible();
  });

  it('says that it is loading until the rules are there', async () => {
    const { opened, open } = gate();
    backend.on(listRules, async () => {
      await opened;
      return new Refusal(403, 'Unauthorized');
    });
    renderPortal('/paved-road/rules');
    expect(await screen.findByText('Loading the rules')).toBeInTheDocument();
    open();
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByText('Loading the rules')).toBeNull();
  });
});
