import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  checkServiceChannel,
  getChannelSettings,
  getServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { audited, handle, HandleContext, RequestGate } from '../../http';
import { ChannelService } from './ChannelService';

/** Mounts the operations on the channel to production. */
export function mountChannelRoutes(
  context: HandleContext,
  channelService: ChannelService,
  auditor: AuditorService,
  limits: { maxConcurrentRequests: number },
): void {
  handle(context, getChannelSettings, ({ credentials }) =>
    channelService.getSettings({ credentials }),
  );
  handle(context, getServiceChannel, ({ params, credentials }) =>
    channelService.getChannel(params, { credentials }),
  );
  handle(
    context,
    checkServiceChannel,
    ({ params, credentials, req }) =>
      audited(
        auditor,
        {
          eventId: 'channel-check',
          severityLevel: 'low',
          request: req,
          meta: { entityRef: stringifyEntityRef(params) },
        },
        () => channelService.checkChannel(params, { credentials }),
        ({ state }) => ({ state }),
      ),
    { gate: new RequestGate(limits.maxConcurrentRequests) },
  );
}
