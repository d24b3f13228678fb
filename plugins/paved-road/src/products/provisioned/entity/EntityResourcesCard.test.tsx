import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  listProvisionedProducts,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../../../__testUtils__/backend';
import { PAYMENTS_API } from '../../../__testUtils__/examples';
import {
  provisionedList,
  provisionedSummary,
} from '../../../__testUtils__/provisioned';
import { renderPortal } from '../../../__testUtils__/renderPortal';

const backend = setupBackend();

const PAGE = '/catalog/default/component/payments-api';

function serve(items: ProvisionedProductSummary[]) {
  backend.on(listProvisionedProducts, () => provisionedList(items));
}

describe('EntityResourcesCard', () => {
  it('counts by status, failures first, and names the five that need somebody most', async () => {
    const statuses = [
      'AVAILABLE',
      'AVAILABLE',
      'UNKNOWN',
      'AVAILABLE',
      'TAINTED',
      'AVAILABLE',
      'ERROR',
    ] as const;
    serve(
      statuses.map((status, index) =>
        provisionedSummary({ id: `pp-${index}`, name: `r${index}`, status }),
      ),
    );
    renderPortal(PAGE, { part: 'resources-card' });
    const counts = await screen.findByRole('list', {
      name: 'Resources by status',
    });
    const texts = (list: HTMLElement) =>
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    expect(texts(counts)).toEqual([
      '1 failed',
      '1 failed update',
      '1 not known',
      '4 available',
    ]);
    expect(
      within(counts).getByRole('link', { name: '1 failed' }),
    ).toHaveAttribute(
      'href',
      `/paved-road/provisioned?entity=${encodeURIComponent(
        PAYMENTS_API,
      )}&status=ERROR`,
    );
    const rows = screen.getByRole('list', { name: 'Resources' });
    expect(texts(rows)).toEqual([
      'r6Failed',
      'r4Failed update',
      'r2Not known',
      'r0Available',
      'r1Available',
    ]);
    expect(within(rows).getByRole('link', { name: 'r6' })).toHaveAttribute(
      'href',
      '/paved-road/provisioned/pp-6',
    );
    expect(screen.getByRole('link', { name: 'All resources' })).toHaveAttribute(
      'href',
      `${PAGE}/resources`,
    );
  });

  it('leads to the products where there is nothing', async () => {
    serve([]);
    renderPortal(PAGE, { part: 'resources-card' });
    expect(await screen.findByText(/Nothing is provisioned yet/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See the products' }),
    ).toHaveAttribute(
      'href',
      `/paved-road/products?entity=${encodeURIComponent(PAYMENTS_API)}`,
    );
  });

  it('says what went wrong, and tries again', async () => {
    backend.on(listProvisionedProducts, () => new Refusal(503, 'Away'));
    renderPortal(PAGE, { part: 'resources-card' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend does not answer',
    );
    serve([provisionedSummary()]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 available')).toBeVisible();
  });

  it('tells who may not see it whom to ask', async () => {
    backend.on(listProvisionedProducts, () => new Refusal(403, 'No'));
    renderPortal(PAGE, { part: 'resources-card' });
    expect(await screen.findByText(/Ask its owners/)).toBeVisible();
  });
});
