import {
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  checkCreatePermission,
  complianceReadPermission,
  documentCheckPermission,
  productLaunchPermission,
  productReadPermission,
  provisionedProductCreatePermission,
  provisionedProductDeletePermission,
  provisionedProductReadPermission,
  provisionedProductUpdatePermission,
  ruleReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Grant } from './grant';
import {
  CLOUD_SECURITY,
  CUSTOMER_DATA,
  ENGINEERING,
  INTERNAL_AUDIT,
  LENDING,
  PAYMENTS,
  PLATFORM,
  RISK,
} from './groups';
import { scaffolderGrants } from './scaffolderGrants';

/**
 * All that is allowed. Auditors read everything and change nothing, not even by
 * asking for a check: what they look at must not be of their own making.
 */
export const grants: Grant[] = [
  { permission: ruleReadPermission, everybody: 'all' },
  { permission: documentCheckPermission, everybody: 'all' },
  { permission: productReadPermission, everybody: 'all' },
  {
    // Production is for the teams that run something there.
    permission: productLaunchPermission,
    everybody: 'open',
    groups: {
      [PAYMENTS]: 'all',
      [LENDING]: 'all',
      [CUSTOMER_DATA]: 'all',
      [PLATFORM]: 'all',
    },
    except: [INTERNAL_AUDIT],
  },
  {
    permission: complianceReadPermission,
    everybody: 'own',
    groups: {
      [ENGINEERING]: 'open',
      [PLATFORM]: 'open',
      [RISK]: 'all',
      [CLOUD_SECURITY]: 'all',
      [INTERNAL_AUDIT]: 'all',
    },
  },
  {
    permission: checkCreatePermission,
    everybody: 'own',
    groups: { [PLATFORM]: 'open', [CLOUD_SECURITY]: 'all' },
    except: [INTERNAL_AUDIT],
  },
  {
    permission: provisionedProductReadPermission,
    everybody: 'own',
    groups: {
      [ENGINEERING]: 'open',
      // Also what belongs to nobody; the catalog still hides what it hides.
      [PLATFORM]: 'all',
      [RISK]: 'all',
      [CLOUD_SECURITY]: 'all',
      [INTERNAL_AUDIT]: 'all',
    },
  },
  {
    permission: provisionedProductCreatePermission,
    everybody: 'own',
    except: [INTERNAL_AUDIT],
  },
  {
    permission: provisionedProductUpdatePermission,
    everybody: 'own',
    groups: { [PLATFORM]: 'open' },
    except: [INTERNAL_AUDIT],
  },
  {
    permission: provisionedProductDeletePermission,
    everybody: 'own',
    except: [INTERNAL_AUDIT],
  },
  {
    permission: catalogEntityReadPermission,
    everybody: 'open',
    groups: { [RISK]: 'all', [CLOUD_SECURITY]: 'all', [INTERNAL_AUDIT]: 'all' },
  },
  {
    permission: catalogEntityRefreshPermission,
    everybody: 'own',
    groups: { [PLATFORM]: 'open' },
    except: [INTERNAL_AUDIT],
  },
  { permission: catalogLocationReadPermission, everybody: 'all' },
  {
    // What a golden path has made comes into the catalog. The catalog's rules
    // say what may come in by a location, and it is no group and no person.
    permission: catalogLocationCreatePermission,
    everybody: 'all',
    except: [INTERNAL_AUDIT],
  },
  ...scaffolderGrants,
];
