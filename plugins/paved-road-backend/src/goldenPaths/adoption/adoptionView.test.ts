import {
  ChannelState,
  adoptionSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PathTemplate } from '../pathTemplate';
import { AdoptingService, adoptionView } from './adoptionView';

const asOf = '2026-11-27T12:00:00.000Z';

const template: PathTemplate = {
  ref: 'template:default/lambda-api',
  title: 'Lambda API',
  tags: [],
  version: '2.0.0',
};

function service(
  name: string,
  state: ChannelState,
  change: Partial<AdoptingService> = {},
): AdoptingService {
  const entityRef = `component:default/${name}`;
  return {
    entityRef,
    owner: 'group:default/payments',
    channel: {
      entityRef,
      state,
      checkedAt: asOf,
      items: [
        { code: 'repository', verdict: 'pass', message: 'Read.' },
        { code: 'check-required', verdict: 'unknown', message: 'Who knows.' },
        ...(state === 'drifting'
          ? [
              {
                code: 'no-bypass' as const,
                verdict: 'fail' as const,
                message: 'Let past.',
              },
            ]
          : []),
      ],
    },
    changes: [{ state, at: '2026-11-26T00:00:00.000Z' }],
    blockingRules: 0,
    refusedResults: 0,
    ...change,
  };
}

const view = (services: AdoptingService[]) =>
  adoptionSchema.parse(adoptionView(services, [template], asOf));

describe('adoptionView', () => {
  it('counts services by state, team and path', () => {
    const claim = { ref: template.ref, version: '1.0.0' };
    const { byPath, byTeam, counts, services } = view([
      service('a', 'on-road', { claim }),
      service('b', 'drifting', { claim, owner: 'group:default/lending' }),
      service('c', 'off-road', { owner: undefined }),
      // There is no such path, whatever the entity says.
      service('d', 'unknown', { claim: { ref: 'template:default/no' } }),
    ]);
    expect(counts).toEqual({
      'on-road': 1,
      drifting: 1,
      'off-road': 1,
      unknown: 1,
    });
    expect(byTeam.map(({ owner, counts: own }) => [owner, own])).toEqual([
      ['', expect.objectContaining({ 'off-road': 1 })],
      ['group:default/lending', expect.objectContaining({ drifting: 1 })],
      [
        'group:default/payments',
        expect.objectContaining({ 'on-road': 1, unknown: 1 }),
      ],
    ]);
    expect(byPath.map(({ ref, title }) => [ref, title])).toEqual([
      [template.ref, 'Lambda API'],
      [undefined, 'No golden path'],
    ]);
    expect(byPath[1].counts).toMatchObject({ 'off-road': 1, unknown: 1 });
    expect(services.find(one => one.state === 'drifting')).toMatchObject({
      goldenPath: template.ref,
      version: '1.0.0',
      broken: ['Let past.'],
    });
  });

  it('puts first what hurts most, and last what is on the road', () => {
    const hurting = (blockingRules: number, refusedResults: number) => ({
      blockingRules,
      refusedResults,
    });
    const { services } = view([
      service('on', 'on-road', hurting(9, 9)),
      service('quiet', 'off-road'),
      service('dark', 'unknown', hurting(5, 0)),
      service('drifts', 'drifting', hurting(1, 1)),
      service('hurts', 'off-road', hurting(0, 3)),
      service('also-quiet', 'drifting'),
    ]);
    expect(services.map(({ entityRef }) => entityRef.split('/')[1])).toEqual([
      'hurts',
      'drifts',
      'also-quiet',
      'quiet',
      'dark',
      'on',
    ]);
  });

  it('says nothing of no services', () => {
    expect(view([])).toEqual({
      asOf,
      counts: { 'on-road': 0, drifting: 0, 'off-road': 0, unknown: 0 },
      byTeam: [],
      byPath: [],
      history: [],
      services: [],
    });
  });
});
