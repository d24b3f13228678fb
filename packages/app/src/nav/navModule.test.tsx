import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { navModule } from './navModule';

function plugin(pluginId: string, title: string) {
  return createFrontendPlugin({
    pluginId,
    extensions: [
      PageBlueprint.make({
        params: {
          path: `/${pluginId}`,
          routeRef: createRouteRef(),
          title,
          icon: <svg />,
          loader: async () => <>{title}</>,
        },
      }),
    ],
  });
}

describe('the navigation', () => {
  const signOut = jest.fn(async () => {});

  function render() {
    const identity = mockApis.identity({
      userEntityRef: 'user:default/mia.kowalski',
      displayName: 'Mia Kowalski',
    });
    jest.spyOn(identity, 'signOut').mockImplementation(signOut);
    renderTestApp({
      features: [
        plugin('zebra', 'Zebra'),
        plugin('beaver', 'Beaver'),
        plugin('user-settings', 'Settings'),
        plugin('catalog-graph', 'Catalog Graph'),
        plugin('catalog', 'Catalog'),
        plugin('paved-road', 'Paved Road'),
        notificationsPlugin,
        scaffolderPlugin,
        searchPlugin,
        navModule,
      ],
      apis: [
        identity,
        [catalogApiRef, catalogApiMock()],
        [
          notificationsApiRef,
          { getStatus: async () => ({ unread: 0, read: 0 }) },
        ],
      ],
    });
  }

  it('begins with the paved road, and leads nowhere empty', async () => {
    render();
    await screen.findByRole('link', { name: 'Paved Road' });
    const names = within(
      screen.getByRole('navigation', { name: 'sidebar nav' }),
    )
      .getAllByRole('link')
      .map(link => link.getAttribute('aria-label') ?? link.textContent);
    expect(names).toEqual([
      'Paved Road, home',
      'Paved Road',
      'Catalog',
      'Create',
      'Beaver',
      'Zebra',
      'Notifications',
      'Settings',
    ]);
  });

  it('says who is signed in, and signs them out', async () => {
    render();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign out Mia' }),
    );
    expect(signOut).toHaveBeenCalled();
  });
});
