import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getProvisionedProduct,
  listServiceActions,
  ProvisionedProductDetail,
  SIGNAL_CHANNEL_PROVISIONED_PRODUCTS,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../../__testUtils__/backend';
import { hoursAgo, PAYMENTS_API } from '../../../__testUtils__/examples';
import { productChange, provisioned } from '../../../__testUtils__/provisioned';
import { renderPortal } from '../../../__testUtils__/renderPortal';
import { fakeSignals } from '../../../__testUtils__/signals';

const backend = setupBackend();

const PAGE = '/paved-road/provisioned/pp-receipts';

function serve(product: ProvisionedProductDetail) {
  backend.on(getProvisionedProduct, () => product);
  backend.on(listServiceActions, () => ({ items: [] }));
}

const running = productChange({
  id: 'change-2',
  kind: 'update',
  state: 'running',
  version: { id: 'pa-2', name: 'v2' },
  recordStatus: 'IN_PROGRESS',
  requestedAt: hoursAgo(0),
  finishedAt: undefined,
});

const changing = provisioned({
  status: 'UNDER_CHANGE',
  openChange: { id: 'change-2', kind: 'update', state: 'running' },
  changes: [running, productChange()],
});

/** The words of AWS stand out, beside those in the history. */
const QUOTE = { selector: 'blockquote' };

const section = (name: string) => screen.findByRole('region', { name });
const article = (name = 'receipts') => screen.findByRole('article', { name });

describe('ProvisionedProductPage', () => {
  it('says how it is, what it gives, and from what, where and for whom it was launched', async () => {
    serve(provisioned());
    renderPortal(PAGE);
    expect(within(await article()).getAllByText('Available')[0]).toBeVisible();
    const outputs = await section('Outputs');
    expect(outputs).toHaveTextContent('BucketNamepayments-receipts');
    expect(outputs).toHaveTextContent('Where receipts lie.');
    expect(
      within(outputs).getByRole('button', { name: 'Copy BucketName' }),
    ).toBeVisible();

    const facts = await section('Facts');
    expect(
      within(facts).getByRole('link', { name: 'Encrypted bucket' }),
    ).toHaveAttribute('href', '/paved-road/products/payments-dev/prod-bucket');
    expect(
      within(facts).getByRole('link', { name: /payments-api/ }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api');
    expect(facts).toHaveTextContent('Versionv1');
    expect(facts).toHaveTextContent('AccountPaymentsEnvironmentdevelopment');
    expect(facts).toHaveTextContent('Id on AWSpp-abc123');
    expect(facts).toHaveTextContent(/Launched3 days ago by.*mia.kowalski/);
    expect(facts).toHaveTextContent('Read from AWS1 hour ago');
    expect(
      screen.getByRole('link', { name: 'All provisioned products' }),
    ).toHaveAttribute('href', '/paved-road/provisioned');
  });

  it('leads to its update and its end', async () => {
    serve(provisioned());
    renderPortal(PAGE);
    await article();
    expect(screen.getByRole('button', { name: 'Update' })).toHaveAttribute(
      'href',
      `${PAGE}/update`,
    );
    expect(screen.getByRole('button', { name: 'End' })).toHaveAttribute(
      'href',
      `${PAGE}/end`,
    );
  });

  it('offers a newer version', async () => {
    serve(provisioned({ newerVersion: { id: 'pa-2', name: 'v2' } }));
    renderPortal(PAGE);
    expect(
      await screen.findByRole('heading', { name: 'Version v2 is there' }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Update to v2' }),
    ).toHaveAttribute('href', `${PAGE}/update?version=pa-2`);
  });

  it.each([
    ['TAINTED', 'Failed update', /tainted: the last change failed, the one/],
    ['ERROR', 'Failed', /AWS could not do what was asked for/],
  ] as const)(
    'shows %s as a failure, with what AWS says and what can be done',
    async (status, title, meaning) => {
      serve(
        provisioned({
          status,
          statusMessage: 'Parameters: [KeyName] must have values',
          changes: [
            productChange({
              kind: 'update',
              state: 'failed',
              problem: { code: 'X', message: 'Resource limit exceeded.' },
            }),
          ],
        }),
      );
      renderPortal(PAGE);
      expect(await screen.findByRole('heading', { name: title })).toBeVisible();
      expect(
        screen.getByText('Parameters: [KeyName] must have values', QUOTE),
      ).toBeVisible();
      expect(screen.getByText('Resource limit exceeded.', QUOTE)).toBeVisible();
      expect(screen.getByText(meaning)).toHaveTextContent(
        'Update it again with other values or another version, or end it.',
      );
      expect(
        screen.getByRole('link', { name: 'Who supports Encrypted bucket' }),
      ).toHaveAttribute(
        'href',
        '/paved-road/products/payments-dev/prod-bucket',
      );
      expect(screen.queryByText('Available')).toBeNull();
    },
  );

  it.each([
    ['refused', 'Launch of v1: refused by AWS'],
    ['interrupted', 'Launch of v1: never reached AWS'],
  ] as const)(
    'says of a launch that was %s that nothing was changed, and offers no change',
    async (state, title) => {
      serve(
        provisioned({
          status: 'NOT_LAUNCHED',
          outputs: [],
          changes: [
            productChange({
              state,
              problem: { message: 'The name is taken.' },
              recordId: undefined,
            }),
          ],
        }),
      );
      renderPortal(PAGE);
      expect(await screen.findByRole('heading', { name: title })).toBeVisible();
      expect(screen.getByText('The name is taken.', QUOTE)).toBeVisible();
      expect(screen.getByText('Nothing was changed.')).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Update' })).toBeNull();
      expect(screen.queryByRole('region', { name: 'Actions' })).toBeNull();
    },
  );

  it('never shows what is not known as well', async () => {
    serve(provisioned({ status: 'UNKNOWN', statusMessage: 'No answer.' }));
    renderPortal(PAGE);
    expect(
      await screen.findByRole('heading', { name: 'Not known' }),
    ).toBeVisible();
    expect(screen.getByText('No answer.')).toBeVisible();
    expect(screen.queryByText('Available')).toBeNull();
  });

  it('offers no change of what AWS changes now, whoever has asked for that', async () => {
    serve(provisioned({ status: 'UNDER_CHANGE' }));
    renderPortal(PAGE);
    expect(
      await screen.findByRole('heading', { name: 'Under change' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'End' })).toBeDisabled();
    serve(provisioned());

    await waitFor(() =>
      expect(
        screen.queryByRole('heading', { name: 'Under change' }),
      ).toBeNull(),
    );
    expect(screen.getByRole('button', { name: 'End' })).toBeEnabled();
  });

  it('follows an open change to its end by asking', async () => {
    serve(changing);
    renderPortal(PAGE);
    expect(
      await screen.findByRole('heading', {
        name: 'Update to v2: AWS is at it',
      }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Update' })).toBeDisabled();
    expect(
      screen.getByText('A change is under way. Wait for its end.'),
    ).toBeVisible();

    const undone = { ...running, recordStatus: 'IN_PROGRESS_IN_ERROR' };
    serve({ ...changing, changes: [undone, productChange()] });
    expect(
      await screen.findByRole('heading', {
        name: 'Update to v2: Failed, is being rolled back',
      }),
    ).toBeVisible();

    serve(
      provisioned({
        status: 'TAINTED',
        changes: [{ ...undone, state: 'failed' }, productChange()],
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Failed update' }),
    ).toBeVisible();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByRole('button', { name: 'Update' })).toBeEnabled();
  });

  it('shows the end of a change as soon as it is told, and nothing of others', async () => {
    const signals = fakeSignals();
    const asked: string[] = [];
    serve(provisioned());
    backend.on(getProvisionedProduct, ({ params }) => {
      asked.push(params.id);
      return provisioned({ status: asked.length > 1 ? 'ERROR' : 'AVAILABLE' });
    });
    renderPortal(PAGE, { signals: signals.api });
    await article();
    const tell = (provisionedProductId: string) =>
      signals.send(SIGNAL_CHANNEL_PROVISIONED_PRODUCTS, {
        provisionedProductId,
        entityRef: PAYMENTS_API,
        changeId: 'change-2',
        state: 'failed',
      });
    tell('pp-of-others');
    tell('pp-receipts');
    expect(
      await screen.findByRole('heading', { name: 'Failed' }),
    ).toBeVisible();
    expect(asked).toEqual(['pp-receipts', 'pp-receipts']);
  });

  it('keeps what it knows where the backend falls silent, and says so', async () => {
    serve(changing);
    renderPortal(PAGE);
    await article();
    backend.on(getProvisionedProduct, () => new Refusal(503, 'Away'));
    expect(await screen.findByText(/This may be old/)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Update to v2: AWS is at it' }),
    ).toBeVisible();
  });

  it('takes away at once what the reader may no longer see', async () => {
    serve(changing);
    renderPortal(PAGE);
    await article();
    backend.on(getProvisionedProduct, () => new Refusal(403, 'Unauthorized'));
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByRole('article', { name: 'receipts' })).toBeNull();
  });

  it('shows the values that it has, and hides the secret ones', async () => {
    serve(
      provisioned({
        parameters: [
          { key: 'Size', value: 'small', kept: 'value' },
          { key: 'Note', value: '', kept: 'value' },
          { key: 'Password', kept: 'secret' },
          { key: 'Owner', kept: 'previous' },
        ],
      }),
    );
    renderPortal(PAGE);
    const parameters = await section('Parameters');
    expect(parameters).toHaveTextContent(
      'SizesmallNoteEmptyPasswordHiddenOwnerAs it was before',
    );
  });

  it('tells all that was done to it, newest first, with what the rules said', async () => {
    serve(
      provisioned({
        changes: [
          productChange({
            id: 'c3',
            kind: 'action',
            action: 'Restart',
            state: 'interrupted',
            problem: { message: 'The portal was stopped.' },
            recordId: undefined,
            requestedBy: { type: 'service', name: 'plugin:scaffolder' },
          }),
          productChange({
            id: 'c2',
            kind: 'update',
            preflight: {
              verdict: 'fail',
              environment: 'development',
              blocking: 0,
              advising: 2,
              unknown: 1,
            },
          }),
          productChange(),
        ],
      }),
    );
    renderPortal(PAGE);
    const table = await screen.findByRole('table', { name: 'Changes' });
    const [, first, second, third] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Action Restart');
    expect(first).toHaveTextContent('Never reached AWS; nothing was changed');
    expect(first).toHaveTextContent('The portal was stopped.');
    expect(first).toHaveTextContent('plugin:scaffolder');
    expect(second).toHaveTextContent(
      'Update to v1SucceededFails2 advise, 1 not known',
    );
    expect(third).toHaveTextContent('Launch of v1SucceededNot asked');
    expect(third).toHaveTextContent('rec-1');
  });

  it('offers no change of what was launched outside the portal', async () => {
    serve(
      provisioned({
        origin: 'outside',
        newerVersion: { id: 'pa-2', name: 'v2' },
        changes: [],
      }),
    );
    renderPortal(PAGE);
    expect(
      await screen.findByText(
        'Launched outside the portal: change it where it was launched.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Launched outside the portal')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Update|End/ })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Actions' })).toBeNull();
  });

  it('says to who may not change it who can', async () => {
    serve(provisioned({ allowed: { update: false, terminate: true } }));
    renderPortal(PAGE);
    await article();
    const update = screen.getByRole('button', { name: 'Update' });
    expect(update).toBeDisabled();
    expect(update).toHaveAccessibleDescription(
      'You may not change it. The owners of payments-api can.',
    );
    expect(screen.getByRole('button', { name: 'End' })).toHaveAttribute(
      'href',
      `${PAGE}/end`,
    );
  });

  it('makes nothing of hostile words but text', async () => {
    serve(
      provisioned({
        name: '<img src=x onerror="alert(1)">',
        status: 'ERROR',
        statusMessage: '<script>alert(1)</script>',
        outputs: [
          // eslint-disable-next-line no-script-url -- what a hostile template would tell
          { key: 'Url', value: 'javascript:alert(1)' },
          { key: 'Site', value: 'https://example.com/' },
        ],
      }),
    );
    renderPortal(PAGE);
    const page = await article('<img src=x onerror="alert(1)">');
    expect(page.querySelector('img, script')).toBeNull();
    const outputs = within(page).getByRole('region', { name: 'Outputs' });
    expect(
      within(outputs)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual(['https://example.com/']);
  });

  it('says that it is loading, and who may see it', async () => {
    const { opened, open } = gate();
    backend.on(getProvisionedProduct, async () => {
      await opened;
      return new Refusal(403, 'Unauthorized');
    });
    renderPortal(PAGE);
    expect(
      await screen.findByText('Loading the provisioned product'),
    ).toBeInTheDocument();
    open();
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(
      screen.getByText(/Ask the owners of the service that it is for/),
    ).toBeVisible();
  });

  it('says that there is none, and tries again what failed', async () => {
    backend.on(getProvisionedProduct, () => new Refusal(404, 'None such.'));
    renderPortal(PAGE);
    expect(await screen.findByText('None such.')).toBeVisible();
    serve(provisioned());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('Not found')).toBeNull());
    expect(await article()).toBeVisible();
  });
});
