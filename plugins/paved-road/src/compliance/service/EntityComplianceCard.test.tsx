import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { getService } from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../../__testUtils__/backend';
import {
  compliance,
  counts,
  paymentsApi,
  result,
} from '../../__testUtils__/examples';
import { renderPortal } from '../../__testUtils__/renderPortal';

const backend = setupBackend();

const PAGE = '/catalog/default/component/payments-api';

describe('EntityComplianceCard', () => {
  it('says what blocks, the worst three by name, the others by their number', async () => {
    backend.on(getService, () =>
      compliance({
        status: { verdict: 'fail', counts: counts({ fail: 5, blocking: 5 }) },
        results: (['low', 'high', 'medium', 'critical', 'low'] as const).map(
          (severity, index) =>
            result({
              rule: `m/RULE_${index}`,
              title: `${severity} ${index}`,
              severity,
            }),
        ),
      }),
    );
    renderPortal(PAGE, { part: 'card' });
    expect(await screen.findByText('5 rules block')).toBeVisible();
    const [first, second, third, more] = within(
      screen.getByRole('list', { name: 'Fix first' }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent('Criticalcritical 3');
    expect(second).toHaveTextContent('Highhigh 1');
    expect(third).toHaveTextContent('Mediummedium 2');
    expect(within(more).getByRole('link')).toHaveTextContent(
      '2 more rules block',
    );
    expect(screen.getByRole('link', { name: 'All findings' })).toHaveAttribute(
      'href',
      `${PAGE}/compliance`,
    );
  });

  it('never shows the unknown as a pass', async () => {
    backend.on(getService, () =>
      compliance({
        status: {
          verdict: 'unknown',
          stale: true,
          reason: { code: 'stale', message: 'The newest check is too old.' },
        },
      }),
    );
    renderPortal(PAGE, { part: 'card' });
    expect(
      await screen.findByText('The newest check is too old.'),
    ).toBeVisible();
    expect(screen.getByText('Unknown')).toBeVisible();
    expect(screen.getByText('Stale')).toBeVisible();
    expect(screen.queryByText('Passes')).toBeNull();
  });

  it('says that nothing is known of a service that is not on the paved road', async () => {
    renderPortal(PAGE, {
      part: 'card',
      entity: { ...paymentsApi, metadata: { name: 'payments-api' } },
    });
    expect(await screen.findByText(/Not yet on the paved road/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'How to get on the paved road' }),
    ).toHaveAttribute('href', `${PAGE}/compliance`);
  });

  it('says what went wrong, and tries again', async () => {
    backend.on(getService, () => new Refusal(503, 'Away'));
    renderPortal(PAGE, { part: 'card' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend does not answer',
    );
    backend.on(getService, () => compliance());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByText('3 rules that apply pass')).toBeVisible();
  });
});
