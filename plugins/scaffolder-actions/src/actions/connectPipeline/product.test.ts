import { detail } from '../../__testUtils__/answers';
import { SERVICE, useConnect, wired } from './__testUtils__/useConnect';

jest.setTimeout(60_000);

const { CODEOWNERS } = wired;
const product = { provider: 'service-catalog' as const };
const asked = [
  'ServiceName',
  'Owner',
  'Repository',
  'Branch',
  'Documents',
  'ConnectionArn',
];

const provisioned = (
  values: Record<string, string> = {},
  other: Partial<ReturnType<typeof detail>> = {},
) => ({
  ...detail('pp-9'),
  name: 'payments-api-pipeline',
  product: { id: 'prod-pipeline', name: 'Pipeline' },
  parameters: Object.entries(values).map(([key, value]) => ({
    key,
    value,
    kept: 'value' as const,
  })),
  ...other,
});

describe('paved-road:pipeline:connect with a product', () => {
  const names = ['fresh', 'retry', 'taken', 'named', 'open', 'failing'];
  const { run, portal, protection, forge } = useConnect(
    Object.fromEntries(
      [...names, 'untouched'].map(name => [name, { CODEOWNERS }]),
    ),
  );
  const isOpen = async (name: string) =>
    expect(await protection(name)).toMatchObject({
      message: 'Branch not protected',
    });

  it('provisions it with what the product asks for, after the branch is protected', async () => {
    portal().asksFor = asked;
    portal().channel.serviceCatalog!.parameters = {
      ConnectionArn: 'arn:connection',
      Unheard: 'of',
    };
    portal().course = [{ state: 'running' }, { state: 'succeeded' }];
    const { output, error, log } = await run('fresh', product);
    expect(error).toBeUndefined();
    expect(output).toMatchObject({
      provider: 'service-catalog',
      link: '/paved-road/provisioned/pp-1',
      set: expect.arrayContaining([
        expect.stringMatching(/^Changes of main come by pull request/),
        `The pipeline 'payments-api-pipeline' is ${SERVICE}'s.`,
      ]),
    });
    const [{ body }] = portal().callsOf('launchProduct');
    expect(body).toMatchObject({
      account: 'payments-production',
      product: 'prod-pipeline',
      name: 'payments-api-pipeline',
      entityRef: SERVICE,
      tags: [{ key: 'CostCentre', value: '4100' }],
    });
    expect(body.parameters).toEqual([
      { key: 'ServiceName', value: 'payments-api' },
      { key: 'Owner', value: 'payments' },
      {
        key: 'Repository',
        value: `https://${forge().host}/meridian/fresh`,
      },
      { key: 'Branch', value: 'main' },
      { key: 'Documents', value: 'infra/*.yaml' },
      { key: 'ConnectionArn', value: 'arn:connection' },
    ]);
    expect(log.join('\n')).not.toContain('arn:connection');
  });

  it('takes the owner that is named', async () => {
    portal().asksFor = ['Owner'];
    await run(
      'named',
      { ...product, owner: 'group:default/cards' },
      { entities: [] },
    );
    expect(portal().callsOf('launchProduct')[0].body.parameters).toEqual([
      { key: 'Owner', value: 'cards' },
    ]);
  });

  it('gets to the same launch in a retry', async () => {
    portal().course = [{ state: 'running' }, { state: 'succeeded' }];
    portal().refuseOnce('getProductChange', 403);
    const kept = new Map();
    const first = await run('retry', product, { kept });
    expect(first.error?.message).toMatch(/The portal answers with 403/);
    const again = await run('retry', product, { kept });
    expect(again.error).toBeUndefined();
    const [one, two] = portal().callsOf('launchProduct');
    expect(two.body.changeId).toBe(one.body.changeId);
  });

  it('takes the one that is there', async () => {
    portal().provisioned = [
      { ...provisioned(), id: 'pp-8', product: { id: 'prod-x', name: 'X' } },
      provisioned(
        { Repository: `https://${forge().host}/meridian/taken`, Other: 'x' },
        { name: 'pay-build' },
      ),
    ];
    const { output, log, error } = await run('taken', product);
    expect(error).toBeUndefined();
    expect(output.link).toBe('/paved-road/provisioned/pp-9');
    expect(log.join('\n')).toMatch(
      /its annotation has to be service-catalog:pay-build/,
    );
    expect(portal().callsOf('launchProduct')).toEqual([]);
  });

  it('follows the one that is on its way', async () => {
    const openChange = {
      id: 'c-1',
      kind: 'launch' as const,
      state: 'running' as const,
    };
    portal().provisioned = [
      provisioned({}, { status: 'LAUNCHING', openChange }),
    ];
    portal().begin('c-1', [
      { state: 'running' },
      { state: 'failed', problem: { message: 'The bucket is taken' } },
    ]);
    const { error } = await run('open', product);
    expect(error?.message).toMatch(
      /'payments-api-pipeline' could not be launched: The bucket is taken/,
    );
  });

  it.each<[string, object, RegExp]>([
    [
      'another repository’s',
      provisioned({ Repository: 'https://x.example/mallory/fork' }),
      /whose Repository is 'https:\/\/x.example\/mallory\/fork' and not /,
    ],
    [
      'narrower',
      provisioned({ Documents: 'docs/*.yaml' }),
      /whose Documents is 'docs\/\*.yaml' and not 'infra\/\*.yaml'/,
    ],
    [
      'broken',
      provisioned({}, { status: 'TAINTED', statusMessage: 'Rolled back' }),
      /AWS says is TAINTED \(Rolled back\)/,
    ],
    ['unknown', provisioned({}, { status: 'UNKNOWN' }), /AWS says is UNKNOWN/],
  ])('does not take one that is %s', async (_, one, message) => {
    portal().provisioned = [one as ReturnType<typeof provisioned>];
    const { error } = await run('untouched', product);
    expect(error?.message).toMatch(message);
    await isOpen('untouched');
  });

  it('closes no branch for a pipeline that can’t be launched', async () => {
    portal().asksFor = ['Secret'];
    expect((await run('untouched', product)).error?.message).toMatch(
      /asks for Secret, which nobody gives; set it in pavedRoad.channel/,
    );
    portal().asksFor = ['Owner'];
    const { error } = await run('untouched', product, { entities: [] });
    expect(error?.message).toMatch(/The catalog has no component:default/);
    portal().asksFor = [];
    portal().preflight = { ...portal().preflight, stops: true };
    expect((await run('untouched', product)).error?.message).toMatch(
      /could not be checked/,
    );
    portal().refuseOnce('getProduct', 404);
    expect((await run('untouched', product)).error?.message).toMatch(
      /The portal answers with 404/,
    );
    portal().product = {
      ...portal().product,
      launchPaths: [{ id: 'a' }, { id: 'b' }],
    };
    expect((await run('untouched', product)).error?.message).toMatch(
      /along several paths/,
    );
    await isOpen('untouched');
  });

  it('keeps the branch closed where the launch fails', async () => {
    portal().course = [{ state: 'failed' }];
    const { error, output } = await run('failing', product);
    expect(error?.message).toMatch(/could not be launched/);
    expect(output).not.toHaveProperty('set');
    expect(await protection('failing')).toHaveProperty('enforce_admins');
  });

  it('launches nothing in a dry run', async () => {
    portal().asksFor = ['Owner', 'Secret'];
    portal().refuseOnce('preflightLaunch', 404);
    const { output, error, log } = await run('untouched', product, {
      isDryRun: true,
      entities: [],
    });
    expect(error).toBeUndefined();
    expect(output).toMatchObject({ set: [], link: '/paved-road/provisioned' });
    expect(log.join('\n')).toMatch(/'payments-api-pipeline' is not launched/);
    expect(portal().callsOf('launchProduct')).toEqual([]);
    await isOpen('untouched');
  });
});
