import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  listServices,
  ServiceStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../../__testUtils__/backend';
import { counts, hoursAgo, status } from '../../__testUtils__/examples';
import { renderPortal } from '../../__testUtils__/renderPortal';

const backend = setupBackend();

const failing = status({
  entityRef: 'component:default/payments-api',
  title: 'Payments API',
  verdict: 'fail',
  counts: counts({ fail: 3, blocking: 2, advising: 1 }),
  worstSeverity: 'critical',
});
const stale = status({
  entityRef: 'component:default/ledger',
  title: undefined,
  verdict: 'unknown',
  stale: true,
  bundleCurrent: false,
  owner: undefined,
  checkedAt: hoursAgo(72),
  reason: { code: 'stale', message: 'The newest check is three days old.' },
});
const passing = status({
  entityRef: 'component:default/kyc',
  title: 'KYC screening',
});
const fleet = [failing, stale, passing];

/** A fleet that answers the filters by verdict and by text, as the API says. */
function serveFleet(services: ServiceStatus[] = fleet) {
  backend.on(listServices, ({ query }) => {
    const items = services.filter(
      one =>
        (query.verdict ?? [one.verdict]).includes(one.verdict) &&
        (!query.stale || one.stale) &&
        (one.title ?? one.entityRef).toLowerCase().includes(query.text ?? ''),
    );
    const having = (verdict: string) =>
      services.filter(one => one.verdict === verdict).length;
    return {
      items,
      totalItems: items.length,
      counts: {
        pass: having('pass'),
        fail: having('fail'),
        unknown: having('unknown'),
        stale: services.filter(one => one.stale).length,
      },
    };
  });
}

function rows() {
  return within(screen.getByRole('table', { name: 'Services' }))
    .getAllByRole('row')
    .slice(1);
}

const address = () => screen.getByLabelText('Address').textContent;

describe('ServicesPage', () => {
  it('says of each service its verdict in words, what fails, its owner and how old that is', async () => {
    serveFleet();
    renderPortal('/paved-road/services');
    expect(
      await screen.findByRole('heading', { name: '3 services' }),
    ).toBeVisible();
    const [first, second, third] = rows();

    expect(first).toHaveTextContent(
      'Payments APIFails2 block, 1 advisesCriticalpayments3 hours ago',
    );
    expect(
      within(first).getByRole('link', { name: '2 block, 1 advises' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/compliance',
    );
    expect(second).toHaveTextContent('ledgerUnknown');
    expect(second).toHaveTextContent('The newest check is three days old.');
    expect(second).toHaveTextContent('Nobody');
    expect(second).toHaveTextContent('Stale');
    expect(second).toHaveTextContent('Rules changed since');
    expect(third).toHaveTextContent('KYC screeningPasses');
    expect(third).not.toHaveTextContent('Stale');
  });

  it('narrows by verdict through the numbers, and the address says so', async () => {
    serveFleet();
    renderPortal('/paved-road/services');
    const numbers = await screen.findByRole('navigation', {
      name: 'Services by verdict',
    });
    await userEvent.click(
      within(numbers).getByRole('link', { name: 'Unknown 1' }),
    );
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]).toHaveTextContent('ledger');
    expect(address()).toBe('/paved-road/services?verdict=unknown');
    expect(
      within(numbers).getByRole('link', { current: true }),
    ).toHaveTextContent('Unknown 1');

    await userEvent.click(within(numbers).getByRole('link', { name: 'All 3' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(address()).toBe('/paved-road/services');
  });

  it('narrows by a part of the name once the reader stops typing', async () => {
    serveFleet();
    renderPortal('/paved-road/services');
    await screen.findByRole('heading', { name: '3 services' });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Name of the service' }),
      'kyc',
    );
    expect(
      await screen.findByRole('heading', { name: '1 service' }),
    ).toBeVisible();
    expect(rows()[0]).toHaveTextContent('KYC screening');
    expect(address()).toBe('/paved-road/services?text=kyc');
  });

  it('shows what a shared address says, and takes all filters away again', async () => {
    serveFleet();
    renderPortal('/paved-road/services?text=kyc&verdict=fail');
    expect(await screen.findByText('No service matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(address()).toBe('/paved-road/services');
  });

  it('counts all services beside the stale ones, not the stale ones alone', async () => {
    serveFleet();
    renderPortal('/paved-road/services?stale=true');
    expect(await screen.findByRole('link', { name: 'All 3' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Stale 1' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await waitFor(() => expect(rows()).toHaveLength(1));
  });

  it('sorts by a column, the other way round at the second click', async () => {
    backend.on(listServices, ({ query }) => ({
      items: [
        status({ title: `${query.sort} ${query.order}`, verdict: 'pass' }),
      ],
      totalItems: 1,
      counts: { pass: 1, fail: 0, unknown: 0, stale: 0 },
    }));
    renderPortal('/paved-road/services');
    expect(await screen.findByText('urgency asc')).toBeVisible();
    const column = (name: string) => screen.getByRole('button', { name });

    await userEvent.click(column('What fails'));
    expect(await screen.findByText('failures desc')).toBeVisible();
    expect(
      screen.getByRole('columnheader', { name: 'What fails' }),
    ).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(column('What fails'));
    expect(await screen.findByText('failures asc')).toBeVisible();
    await userEvent.click(column('Service'));
    expect(await screen.findByText('name asc')).toBeVisible();
    expect(
      screen.getByRole('columnheader', { name: 'What fails' }),
    ).not.toHaveAttribute('aria-sort');
  });

  it('goes from page to page and back by the cursors of the API', async () => {
    const next: Record<string, string | undefined> = {
      '': 'two',
      two: 'three',
      three: undefined,
    };
    backend.on(listServices, ({ query }) => {
      const cursor = query.cursor ?? '';
      return {
        items: [status({ title: `Page ${cursor || 'one'}` })],
        nextCursor: next[cursor],
        totalItems: 51,
        counts: { pass: 51, fail: 0, unknown: 0, stale: 0 },
      };
    });
    renderPortal('/paved-road/services');
    expect(await screen.findByText('Page one')).toBeVisible();
    const step = (name: string) => screen.getByRole('button', { name });
    expect(step('Previous page')).toBeDisabled();

    await userEvent.click(step('Next page'));
    expect(await screen.findByText('Page two')).toBeVisible();
    await userEvent.click(step('Next page'));
    expect(await screen.findByText('Page three')).toBeVisible();
    expect(step('Next page')).toBeDisabled();
    await userEvent.click(step('Previous page'));
    expect(await screen.findByText('Page two')).toBeVisible();
    await userEvent.click(step('First page'));
    expect(await screen.findByText('Page one')).toBeVisible();
  });

  it('says how a service gets on the paved road where none is', async () => {
    serveFleet([]);
    renderPortal('/paved-road/services');
    expect(
      await screen.findByText('No service is on the paved road yet'),
    ).toBeVisible();
    expect(screen.getByText('paved-road.io/documents')).toBeVisible();
  });

  it('tells who may not see the fleet whom to ask', async () => {
    backend.on(listServices, () => new Refusal(403, 'Unauthorized'));
    renderPortal('/paved-road/services');
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(
      screen.getByText(/no permission to see the services\. Ask/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('says what went wrong, and tries again', async () => {
    backend.on(listServices, () => new Refusal(500, 'The disk is full.'));
    renderPortal('/paved-road/services');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not load the services',
    );
    expect(screen.getByRole('alert')).toHaveTextContent('The disk is full.');
    serveFleet();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
