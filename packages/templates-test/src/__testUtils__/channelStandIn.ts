import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ChannelSettings } from '@paved-road/backstage-plugin-paved-road-common';

/** What the platform's channel consists of where the golden paths are tried. */
export const channel: ChannelSettings = {
  requiredCheck: 'paved-road / verdict',
  platformTeam: '@meridian/platform',
  githubActions: {
    workflow: 'meridian/pipelines/.github/workflows/paved-road.yml',
    refs: ['v1'],
  },
  serviceCatalog: {
    account: 'tooling',
    productId: 'prod-abcdzk7xy33qa',
    parameters: {},
    tags: {},
  },
};

/** Lets the portal say so without an account of AWS to configure. */
export const channelStandIn = createBackendModule({
  pluginId: 'paved-road',
  moduleId: 'channel-stand-in',
  register(reg) {
    reg.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        http.use((request, response, next) => {
          if (request.path === '/channel') {
            response.json(channel);
          } else {
            next();
          }
        });
      },
    });
  },
});
