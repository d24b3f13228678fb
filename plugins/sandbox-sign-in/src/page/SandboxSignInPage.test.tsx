import { IdentityApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mia, setupAuthBackend, tomas } from '../__testUtils__/backend';
import { SandboxSignInPage } from './SandboxSignInPage';

describe('SandboxSignInPage', () => {
  const backend = setupAuthBackend();
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();

  beforeEach(() => {
    onSignInSuccess.mockReset();
    sessionStorage.clear();
    localStorage.clear();
  });

  const render = () =>
    renderInTestApp(<SandboxSignInPage onSignInSuccess={onSignInSuccess} />, {
      config: {
        app: { title: 'The portal' },
        organization: { name: 'Meridian Bank' },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    });

  async function signedInAs() {
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    const [identity] = onSignInSuccess.mock.calls[0];
    return (await identity.getBackstageIdentity()).userEntityRef;
  }

  it('tells who one can be, and that it is a sandbox', async () => {
    backend.personas([mia, tomas]);
    render();
    const button = await screen.findByRole('button', { name: /Mia Kowalski/ });
    expect(button).toHaveAccessibleName(
      'Mia Kowalski Developer · Payments One of her services fails.',
    );
    expect(screen.getAllByRole('button')).toHaveLength(2);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Who do you want to be?',
    );
    expect(screen.getByText(/without a password/)).toBeInTheDocument();
    expect(screen.getByText('The portal')).toBeInTheDocument();
    expect(screen.getByText('Meridian Bank')).toBeInTheDocument();
    expect(onSignInSuccess).not.toHaveBeenCalled();
  });

  it('signs in whoever is chosen, with the keyboard alone', async () => {
    backend.personas([mia, tomas]);
    const requests = backend.refresh();
    render();
    await screen.findByRole('button', { name: /Tomas Reyes/ });
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(await signedInAs()).toBe(tomas.entityRef);
    expect(requests).toEqual([
      { header: 'XMLHttpRequest', entityRef: tomas.entityRef },
    ]);
  });

  it('stays signed in when the page is loaded again, until one signs out', async () => {
    backend.personas([mia, tomas]);
    backend.refresh();
    const first = render();
    await userEvent.click(
      await screen.findByRole('button', { name: /Mia Kowalski/ }),
    );
    await signedInAs();
    first.unmount();
    onSignInSuccess.mockReset();

    const again = render();
    expect(await signedInAs()).toBe(mia.entityRef);
    const [identity] = onSignInSuccess.mock.calls[0];
    await identity.signOut();
    again.unmount();
    onSignInSuccess.mockReset();

    render();
    const button = await screen.findByRole('button', { name: /Mia Kowalski/ });
    expect(button).toHaveFocus();
    expect(onSignInSuccess).not.toHaveBeenCalled();
  });

  it('waits for people whom the catalog has not read yet', async () => {
    backend.personas([{ ...mia, inCatalog: false }, tomas], [mia, tomas]);
    backend.refresh();
    render();
    const button = await screen.findByRole('button', { name: /Mia Kowalski/ });
    expect(button).toBeDisabled();
    expect(screen.getByRole('status')).toHaveTextContent(/still reading/);
    expect(screen.getByRole('button', { name: /Tomas Reyes/ })).toBeEnabled();

    await waitFor(() => expect(button).toBeEnabled());
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
    await userEvent.click(button);
    expect(await signedInAs()).toBe(mia.entityRef);
  });

  it('says why a sign-in failed, and lets one choose again', async () => {
    backend.personas([mia, tomas]);
    backend.refuse(
      backend.failWith(404, 'NotFoundError', 'mia is not in the catalog'),
    );
    render();
    const button = await screen.findByRole('button', { name: /Mia Kowalski/ });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You are not signed inmia is not in the catalog',
    );
    backend.refresh();
    await userEvent.click(button);
    expect(await signedInAs()).toBe(mia.entityRef);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('shows the people again when whom the tab remembers can not be anymore', async () => {
    sessionStorage.setItem('paved-road:sandbox:signed-in', mia.entityRef);
    backend.personas([tomas]);
    backend.refuse(backend.failWith(403, 'NotAllowedError', 'refused'));
    render();
    expect(await screen.findByRole('alert')).toHaveTextContent('refused');
    expect(
      await screen.findByRole('button', { name: /Tomas Reyes/ }),
    ).toBeEnabled();
    expect(sessionStorage).toHaveLength(0);
  });

  it('says that nobody is configured', async () => {
    backend.personas([]);
    render();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /auth.providers.sandbox.personas/,
    );
  });

  it('says in the backend’s words that it is refused here, and asks again when told to', async () => {
    backend.personas(
      backend.failWith(403, 'NotAllowedError', 'refused outside development'),
      [mia],
    );
    render();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'refused outside development',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /Mia Kowalski/ }),
    ).toBeEnabled();
  });

  it('says that the backend does not answer', async () => {
    backend.doesNotAnswer();
    render();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend does not answer',
    );
  });
});
