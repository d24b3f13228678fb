import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const sandboxSignInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => {
      const { SandboxSignInPage } = await import('./page/SandboxSignInPage');
      return SandboxSignInPage;
    },
  },
});

/**
 * Signs in as one of the example company's people, without a password.
 *
 * @public
 */
export const sandboxSignInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [sandboxSignInPage],
});
