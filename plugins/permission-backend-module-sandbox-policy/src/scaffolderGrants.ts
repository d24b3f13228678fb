import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { Grant } from './grant';
import { CLOUD_SECURITY, INTERNAL_AUDIT, PLATFORM, RISK } from './groups';

/**
 * Everybody may use software templates; what a step does is asked for once more,
 * as whoever has started it.
 */
export const scaffolderGrants: Grant[] = [
  { permission: templateParameterReadPermission, everybody: 'all' },
  { permission: templateStepReadPermission, everybody: 'all' },
  {
    permission: actionExecutePermission,
    everybody: 'all',
    except: [INTERNAL_AUDIT],
  },
  {
    permission: taskCreatePermission,
    everybody: 'all',
    except: [INTERNAL_AUDIT],
  },
  {
    // What was entered may be of a confidential service.
    permission: taskReadPermission,
    everybody: 'own',
    groups: {
      // Helps those who get stuck.
      [PLATFORM]: 'all',
      [RISK]: 'all',
      [CLOUD_SECURITY]: 'all',
      [INTERNAL_AUDIT]: 'all',
    },
  },
  {
    permission: taskCancelPermission,
    everybody: 'own',
    groups: { [PLATFORM]: 'all' },
    except: [INTERNAL_AUDIT],
  },
  {
    permission: templateManagementPermission,
    groups: { [PLATFORM]: 'all' },
    except: [INTERNAL_AUDIT],
  },
  {
    permission: templateDryRunPermission,
    groups: { [PLATFORM]: 'all' },
    except: [INTERNAL_AUDIT],
  },
];
