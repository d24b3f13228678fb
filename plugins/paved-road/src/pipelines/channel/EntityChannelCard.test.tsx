import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  checkServiceChannel,
  getServiceChannel,
  getServiceGoldenPath,
  ServiceChannel,
  ServiceGoldenPath,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../__testUtils__/backend';
import { PAYMENTS_API, paymentsApi } from '../../__testUtils__/examples';
import {
  channel,
  channelItem,
  LAMBDA_API,
} from '../../__testUtils__/goldenPaths';
import { renderPortal } from '../../__testUtils__/renderPortal';

const backend = setupBackend();

const PAGE = '/catalog/default/component/payments-api';
const GOLDEN_PATHS = '/paved-road/golden-paths';

const drifting = channel({
  state: 'drifting',
  items: [
    channelItem({
      code: 'no-bypass',
      verdict: 'unknown',
      message: 'Whether administrators are held could not be read.',
    }),
    channelItem({
      code: 'check-required',
      verdict: 'fail',
      message: 'Nothing waits for the check.',
      fix: 'Require the check.',
      url: 'https://git.example.com/settings',
    }),
    channelItem({
      code: 'workflow-unchanged',
      verdict: 'fail',
      message: 'The workflow was changed.',
      // eslint-disable-next-line no-script-url
      url: 'javascript:alert(1)',
    }),
    channelItem(),
  ],
});

function renderCard(
  answer: ServiceChannel = drifting,
  path?: ServiceGoldenPath['path'],
) {
  backend.on(getServiceChannel, () => answer);
  backend.on(getServiceGoldenPath, () => ({ entityRef: PAYMENTS_API, path }));
  return renderPortal(PAGE, { part: 'channel' });
}

describe('EntityChannelCard', () => {
  it('names what doesn’t hold first, then what is not known, and folds what holds', async () => {
    renderCard();
    expect(
      await screen.findByText('2 things don’t hold, 1 could not be looked at'),
    ).toBeVisible();
    expect(screen.getByText('Drifting')).toBeVisible();
    const [first, second, third, ...rest] = within(
      screen.getByRole('list', {
        name: 'What doesn’t hold, or is not known',
      }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'Doesn’t holdNothing waits for the check.Fix: Require the check.',
    );
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      'https://git.example.com/settings',
    );
    expect(second).toHaveTextContent('Doesn’t holdThe workflow was changed.');
    expect(third).toHaveTextContent('Not knownWhether administrators');
    expect(rest).toEqual([]);
    expect(screen.queryByText('Nobody pushes to main.')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: '1 thing holds' }),
    );
    expect(screen.getByText('Nobody pushes to main.')).toBeVisible();
  });

  it('leads nowhere but to the web', async () => {
    renderCard(
      channel({
        ...drifting,
        // eslint-disable-next-line no-script-url
        repositoryUrl: 'javascript:alert(document.cookie)',
      }),
    );
    await screen.findByText('The workflow was changed.');
    expect(screen.queryByText('Repository')).toBeNull();
    screen
      .getAllByRole('link')
      .forEach(link =>
        expect(link.getAttribute('href')).toMatch(/^(https?:\/\/|\/)/),
      );
  });

  it('says that it is on the road only where everything was seen to hold', async () => {
    renderCard(channel());
    expect(await screen.findByText('On the paved road')).toBeVisible();
    expect(
      screen.getByText('The platform’s pipeline is its only way to production'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /^Repository/ })).toBeVisible();
    expect(screen.getByText('GitHub Actions')).toBeVisible();
  });

  it('never shows the unknown as on the road, whatever the state says', async () => {
    renderCard(
      channel({ items: [channelItem(), channelItem({ verdict: 'unknown' })] }),
    );
    expect(
      await screen.findByText('1 thing could not be looked at'),
    ).toBeVisible();
    expect(screen.queryByText('On the paved road')).toBeNull();
    expect(screen.queryByText(/^since/)).toBeNull();
  });

  it('says of a service that was never looked at that nothing is known', async () => {
    renderCard(channel({ state: 'unknown', items: [], checkedAt: undefined }));
    expect(await screen.findByText('It was not looked at yet')).toBeVisible();
    expect(screen.getByText('Never looked at')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Look now' })).toBeEnabled();
  });

  it('says what being off the road means, and how to get on it', async () => {
    renderCard(channel({ state: 'off-road', provider: undefined }));
    expect(await screen.findByText('Not on the paved road')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Adopt the paved road' }),
    ).toHaveAttribute('href', `${GOLDEN_PATHS}#path-default-adopt`);
    expect(
      await screen.findByText('It came from no golden path.'),
    ).toBeVisible();
  });

  it('says which version is out, what it brought, and leads to taking it', async () => {
    renderCard(channel(), {
      ref: LAMBDA_API,
      title: 'Lambda API',
      version: '1.0.0',
      latest: '1.2.0',
      changes: [
        { version: '1.2.0', date: '2026-11-20', summary: 'Alarms.' },
        { version: '1.1.0', date: '2026-11-10', summary: 'Comes wired.' },
      ],
    });
    expect(await screen.findByText('1.2.0 is out')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Lambda API' })).toHaveAttribute(
      'href',
      `${GOLDEN_PATHS}#path-default-lambda-api`,
    );
    expect(
      screen.getByRole('link', { name: 'Take the newer version' }),
    ).toHaveAttribute('href', `${GOLDEN_PATHS}#path-default-adopt`);
    await userEvent.click(
      screen.getByRole('button', { name: 'What 2 newer versions brought' }),
    );
    expect(screen.getByText('Comes wired.')).toBeVisible();
  });

  it.each([
    ['1.1.0', '1.1.0', 'the newest'],
    ['2.0.0', '1.1.0', 'the golden path is at 1.1.0'],
    ['1.1.0', undefined, 'No longer in the catalog'],
  ])(
    'of version %s with %s in the catalog says: %s',
    async (version, latest, words) => {
      renderCard(channel(), {
        ref: LAMBDA_API,
        title: 'Lambda API',
        version,
        latest,
        changes: [],
      });
      expect(await screen.findByText(words)).toBeVisible();
      expect(screen.queryByText(/is out$/)).toBeNull();
      expect(screen.queryByText('Take the newer version')).toBeNull();
    },
  );

  it('looks again, once at a time, and shows what was found', async () => {
    const { opened, open } = gate();
    renderCard();
    await screen.findByText('Drifting');
    let looks = 0;
    backend.on(checkServiceChannel, async () => {
      looks += 1;
      await opened;
      return channel();
    });
    const button = screen.getByRole('button', { name: 'Look again' });
    await userEvent.click(button);
    expect(button).toBeDisabled();
    expect(screen.getByText('Looking at the repository')).toBeVisible();
    expect(screen.getByText('Drifting')).toBeVisible();
    open();
    expect(await screen.findByText('On the paved road')).toBeVisible();
    expect(screen.queryByText('Drifting')).toBeNull();
    expect(looks).toBe(1);

    backend.on(
      checkServiceChannel,
      () => new Refusal(500, 'The forge is away.'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It could not be looked at. The forge is away. Try again.',
    );
    expect(screen.getByText('On the paved road')).toBeVisible();
  });

  it('says that a look was refused, and keeps what is known', async () => {
    renderCard();
    await screen.findByText('Drifting');
    backend.on(checkServiceChannel, () => new Refusal(403, 'Only its owners.'));
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The look was refused. Only its owners.',
    );
    expect(screen.getByText('Drifting')).toBeVisible();
  });

  it('lets nobody look who may not', async () => {
    backend.on(getServiceChannel, () => drifting);
    backend.on(getServiceGoldenPath, () => ({ entityRef: PAYMENTS_API }));
    // Of its own, since what an app knows of permissions outlives a test.
    const entity = { ...paymentsApi, metadata: { name: 'not-hers' } };
    renderPortal('/catalog/default/component/not-hers', {
      part: 'channel',
      mayCheck: false,
      entity,
    });
    expect(await screen.findByText('Its owners can look again.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Look again' })).toBeDisabled();
  });

  it('tells who may not see it whom to ask, once', async () => {
    backend.on(getServiceChannel, () => new Refusal(403, 'Unauthorized'));
    backend.on(getServiceGoldenPath, () => new Refusal(403, 'Unauthorized'));
    renderPortal(PAGE, { part: 'channel' });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByText('Loading the golden path')).toBeNull(),
    );
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
    expect(screen.queryByRole('button', { name: /^Look/ })).toBeNull();
  });

  it('shows the one half where the other can’t be had, and tries again', async () => {
    backend.on(getServiceChannel, () => channel());
    backend.on(
      getServiceGoldenPath,
      () => new Refusal(500, 'The disk is full.'),
    );
    renderPortal(PAGE, { part: 'channel' });
    expect(await screen.findByText(/The disk is full\./)).toBeVisible();
    expect(await screen.findByText('On the paved road')).toBeVisible();
    backend.on(getServiceGoldenPath, () => ({ entityRef: PAYMENTS_API }));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('It came from no golden path.'),
    ).toBeVisible();
  });
});
