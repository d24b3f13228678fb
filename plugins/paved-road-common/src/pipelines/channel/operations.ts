import { entityPathSchema } from '../../api/entityPath';
import { defineOperation } from '../../api/operation';
import { serviceChannelSchema } from './channel';
import { channelSettingsSchema } from './settings';

const channelPath = '/services/:kind/:namespace/:name/channel';

/** @public */
export const getChannelSettings = defineOperation({
  id: 'getChannelSettings',
  method: 'GET',
  path: '/channel',
  summary: 'What the platform’s channel to production consists of',
  response: channelSettingsSchema,
});

/** @public */
export const getServiceChannel = defineOperation({
  id: 'getServiceChannel',
  method: 'GET',
  path: channelPath,
  summary: 'Whether a service’s way to production is the platform’s',
  params: entityPathSchema,
  response: serviceChannelSchema,
});

/** @public */
export const checkServiceChannel = defineOperation({
  id: 'checkServiceChannel',
  method: 'POST',
  path: `${channelPath}/checks`,
  summary: 'Look at a service’s wiring now, and answer what was found',
  params: entityPathSchema,
  response: serviceChannelSchema,
});
