import { ServiceStages } from '@paved-road/backstage-plugin-paved-road-common';
import { component } from '../../../compliance/__testUtils__/component';
import {
  StartOptions,
  useCompliance,
} from '../../../compliance/__testUtils__/startCompliance';
import { posted } from '../../__testUtils__/posted';
import { asService } from '../../__testUtils__/startPipelines';

/** A service that is not on the paved road, so that no check of its source comes in between. */
function unchecked() {
  const entity = component('payments');
  delete entity.metadata.annotations;
  return entity;
}

/**
 * Starts the plugin with the service `payments` and a pipeline that may speak for
 * it. Where the source is checked, its bucket is one that anybody can read. To be
 * called where tests are declared.
 *
 * @returns what starts one portal
 */
export function useStages() {
  const startCompliance = useCompliance();
  return async (options: StartOptions & { checked?: true } = {}) => {
    const { checked, pavedRoad, ...rest } = options;
    const portal = await startCompliance({
      entities: [checked ? component('payments') : unchecked()],
      pavedRoad: {
        ...pavedRoad,
        pipelines: [
          {
            id: 'platform',
            subject: 'external:platform',
            services: ['component:default/*'],
          },
        ],
      },
      ...rest,
    });
    const root = (name: string) => `/services/component/default/${name}`;
    let run = 0;
    return {
      ...portal,
      async post(...sent: Parameters<typeof posted>) {
        run += 1;
        const { body, status } = await portal.put(
          `${root('payments')}/pipeline-results/run-${run}`,
          posted(...sent),
          asService('external:platform'),
        );
        expect(status).toBe(200);
        return body;
      },
      ask: (query = '', name = 'payments', as?: string) =>
        portal.get(`${root(name)}/stages${query}`, as),
      async stages(query = ''): Promise<ServiceStages> {
        const { body, status } = await portal.get(
          `${root('payments')}/stages${query}`,
        );
        expect(status).toBe(200);
        return body;
      },
    };
  };
}
