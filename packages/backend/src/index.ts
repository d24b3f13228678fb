import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(
  import('@paved-road/backstage-plugin-auth-backend-module-sandbox-provider'),
);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import(
    '@paved-road/backstage-plugin-permission-backend-module-sandbox-policy'
  ),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@paved-road/backstage-plugin-catalog-backend-module-paved-road'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import('@paved-road/backstage-plugin-scaffolder-backend-module-paved-road'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@paved-road/backstage-plugin-paved-road-backend'));

backend.start();
