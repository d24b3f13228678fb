import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Adoption,
  getAdoption,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../../__testUtils__/backend';
import {
  adopted,
  adoption,
  LAMBDA_API,
  stateCounts,
} from '../../__testUtils__/goldenPaths';
import { renderPortal } from '../../__testUtils__/renderPortal';

const backend = setupBackend();

const PAGE = '/paved-road/adoption';

const services = [
  adopted('ledger', 'off-road', {
    title: 'Ledger',
    broken: ['No workflow.', 'No protection.', 'No code owners.'],
    hurts: { blockingRules: 4, refusedResults: 1 },
  }),
  adopted('payments-api', 'drifting', {
    title: 'Payments API',
    goldenPath: LAMBDA_API,
    version: '1.0.0',
    broken: ['The check is not required.'],
  }),
  adopted('rates', 'unknown', { owner: undefined }),
  adopted('kyc', 'on-road', { goldenPath: LAMBDA_API, version: '1.1.0' }),
];

const whole = adoption({
  services,
  byTeam: [
    {
      owner: 'group:default/payments',
      counts: stateCounts({ 'off-road': 1, drifting: 1, 'on-road': 1 }),
    },
    { owner: '', counts: stateCounts({ unknown: 1 }) },
  ],
  byPath: [
    {
      ref: LAMBDA_API,
      title: 'Lambda API',
      counts: stateCounts({ drifting: 1, 'on-road': 1 }),
    },
    { title: 'x', counts: stateCounts({ 'off-road': 1, unknown: 1 }) },
  ],
  history: [
    { date: '2026-11-01', counts: stateCounts({ 'off-road': 3 }) },
    {
      date: '2026-11-26',
      counts: stateCounts({ 'off-road': 3, 'on-road': 1 }),
    },
  ],
});

function serve(answer: Adoption = whole) {
  backend.on(getAdoption, () => answer);
}

const rows = () =>
  within(screen.getByRole('table', { name: 'Services' }))
    .getAllByRole('row')
    .slice(1);

const address = () => screen.getByLabelText('Address').textContent;

describe('AdoptionPage', () => {
  it('says first how many are on the road, and counts the unknown apart', async () => {
    serve();
    renderPortal(PAGE);
    expect(
      await screen.findByRole('heading', {
        name: '1 of 4 services is on the paved road',
      }),
    ).toBeVisible();
    const unknown = screen.getByRole('link', { name: /^1 Not known/ });
    expect(unknown).toHaveAttribute(
      'href',
      '/paved-road/adoption?state=unknown#services',
    );
    const onRoad = screen.getByRole('link', { name: /^1 On the paved road/ });
    expect(onRoad).toHaveAttribute(
      'href',
      '/paved-road/adoption?state=on-road#services',
    );
  });

  it('lists the services in the order of the backend, with why and how it hurts', async () => {
    serve();
    renderPortal(PAGE);
    await screen.findByRole('heading', { name: '4 services' });
    const [ledger, payments, rates, kyc] = rows();
    expect(ledger).toHaveTextContent('LedgerOff the road');
    expect(ledger).toHaveTextContent('No workflow.No protection.1 more');
    expect(
      within(ledger).getByRole('link', { name: '4 rules block' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/compliance');
    expect(ledger).toHaveTextContent('1 result refused in 30 days');
    await userEvent.click(
      within(ledger).getByRole('button', { name: '1 more' }),
    );
    expect(within(ledger).getByText('No code owners.')).toBeVisible();

    expect(payments).toHaveTextContent('Drifting');
    expect(
      within(payments).getByRole('link', { name: 'Lambda API' }),
    ).toHaveAttribute(
      'href',
      '/paved-road/golden-paths#path-default-lambda-api',
    );
    expect(payments).toHaveTextContent('1.0.0');
    expect(rates).toHaveTextContent(
      'ratesNot knownNothing is known of its wiringNothing recordedNobodyNone',
    );
    expect(kyc).toHaveTextContent('kycOn the roadEverything holds');
    expect(within(kyc).getByRole('link', { name: 'kyc' })).toHaveAttribute(
      'href',
      '/catalog/default/component/kyc',
    );
  });

  it('leads from each number by team and by path to the services that it counts', async () => {
    serve();
    renderPortal(PAGE);
    const teams = await screen.findByRole('table', {
      name: 'Services by team',
    });
    const [payments, nobody] = within(teams).getAllByRole('row').slice(1);
    expect(payments).toHaveTextContent('payments1101');
    expect(nobody).toHaveTextContent('Nobody0010');
    await userEvent.click(within(nobody).getByRole('link', { name: '1' }));
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]).toHaveTextContent('rates');
    expect(address()).toBe('/paved-road/adoption?team=none&state=unknown');

    const [, none] = within(
      screen.getByRole('table', { name: 'Services by golden path' }),
    )
      .getAllByRole('row')
      .slice(1);
    expect(none).toHaveTextContent('From no golden path1010');
    await userEvent.click(within(none).getAllByRole('link', { name: '1' })[0]);
    await waitFor(() => expect(rows()[0]).toHaveTextContent('Ledger'));
    expect(rows()).toHaveLength(1);
  });

  it('narrows by the pills and filters, and the address says so', async () => {
    serve();
    renderPortal(`${PAGE}?path=${encodeURIComponent(LAMBDA_API)}`);
    const pills = await screen.findByRole('navigation', {
      name: 'Services by state',
    });
    expect(rows()).toHaveLength(2);
    await userEvent.click(
      within(pills).getByRole('link', { name: 'Drifting 1' }),
    );
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]).toHaveTextContent('Payments API');
    expect(
      within(pills).getByRole('link', { current: true }),
    ).toHaveTextContent('Drifting 1');
    await userEvent.click(
      within(pills).getByRole('link', { name: 'Off the road 0' }),
    );
    expect(await screen.findByText('No service matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(address()).toBe(PAGE);
  });

  it('shows how it has grown as a sentence, a picture and a table', async () => {
    serve();
    renderPortal(PAGE);
    const sentence =
      'On the paved road: 0 of 3 on 1 Nov 2026, 1 of 4 on 26 Nov 2026.';
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('img', { name: sentence })).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'The same as a table' }),
    );
    expect(
      within(
        screen.getByRole('table', { name: 'Services by state, day by day' }),
      )
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'DayOff the roadDriftingNot knownOn the road',
      '26 Nov 20263001',
      '1 Nov 20263000',
    ]);
  });

  it('draws no chart of a single day', async () => {
    serve({ ...whole, history: whole.history.slice(0, 1) });
    renderPortal(PAGE);
    expect(
      await screen.findByText(/looked at on one day so far/),
    ).toBeVisible();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says that there is nothing to look at', async () => {
    serve(adoption());
    renderPortal(PAGE);
    expect(
      await screen.findByText('There is no service to look at yet'),
    ).toBeVisible();
  });

  it('tells who may not see it whom to ask', async () => {
    backend.on(getAdoption, () => new Refusal(403, 'Unauthorized'));
    renderPortal(PAGE);
    expect(
      await screen.findByText(/no permission to see the adoption\. Ask/),
    ).toBeVisible();
  });

  it('says that the backend is away, and tries again', async () => {
    backend.on(getAdoption, () => new Refusal(503, 'Away'));
    renderPortal(PAGE);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend does not answer',
    );
    serve();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: '4 services' }),
    ).toBeVisible();
  });
});
