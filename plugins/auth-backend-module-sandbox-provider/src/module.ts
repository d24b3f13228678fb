import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createSandboxAuthenticator, signInAsPersona } from './authenticator';
import { personaRoutes } from './personaRoutes';
import { readSettings } from './settings';

/**
 * The auth provider `sandbox`. Does nothing until `auth.providers.sandbox` is
 * configured.
 *
 * @public
 */
export const authModuleSandboxProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sandbox-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ auth, catalog, config, httpRouter, logger, providers }) {
        const settings = readSettings(config, process.env.NODE_ENV);
        if (!settings) {
          return;
        }
        if (settings.refusal) {
          logger.error(settings.refusal);
        } else {
          logger.warn(
            'Sandbox sign-in is on: whoever can open this portal can be any of its personas, without a password',
          );
        }
        providers.registerProvider({
          providerId: 'sandbox',
          factory: context =>
            createProxyAuthProviderFactory({
              authenticator: createSandboxAuthenticator(
                settings,
                context.isOriginAllowed,
              ),
              signInResolver: signInAsPersona,
            })(context),
        });
        httpRouter.addAuthPolicy({
          path: '/sandbox/personas',
          allow: 'unauthenticated',
        });
        httpRouter.use(personaRoutes({ settings, catalog, auth }));
      },
    });
  },
});
