import { bucket, useTask } from '../../__testUtils__/useTask';

describe('paved-road:product:provision', () => {
  const { run, portal } = useTask();

  it('launches the product, waits until it is there, and tells its outputs', async () => {
    portal().course = [
      { state: 'sending' },
      { state: 'running', recordStatus: 'CREATED' },
      { state: 'running', recordStatus: 'IN_PROGRESS' },
      { state: 'running', recordStatus: 'IN_PROGRESS' },
      { state: 'succeeded', recordStatus: 'SUCCEEDED' },
    ];
    const { output, log, error } = await run();
    expect(error).toBeUndefined();
    const [{ body }] = portal().callsOf('launchProduct');
    expect(output).toEqual({
      provisionedProductId: 'pp-1',
      changeId: body.changeId,
      status: 'succeeded',
      outputs: {
        BucketName: 'documents-4711',
        BucketArn: 'arn:aws:s3:::documents-4711',
      },
      resourceUrl: '/paved-road/provisioned/pp-1',
    });
    expect(log.filter(line => line.startsWith('The launch is'))).toEqual([
      'The launch is sending',
      'The launch is running, AWS says CREATED',
      'The launch is running, AWS says IN_PROGRESS',
      'The launch is succeeded, AWS says SUCCEEDED',
    ]);
  });

  it('says in the contract’s words what the template says', async () => {
    await run({
      input: {
        version: 'pa-one',
        path: 'lpv3-one',
        entityRef: 'Payments-API',
        parameters: {
          RetentionDays: 30,
          Versioned: false,
          Name: '',
          Origins: ['https://a.example', 2, true],
          None: [],
        },
        tags: { 'cost-centre': 'payments' },
      },
    });
    const [{ body }] = portal().callsOf('launchProduct');
    const choice = {
      account: 'payments-development',
      product: 'prod-bucket',
      version: 'pa-one',
      path: 'lpv3-one',
      entityRef: 'component:default/payments-api',
      parameters: [
        { key: 'RetentionDays', value: '30' },
        { key: 'Versioned', value: 'false' },
        { key: 'Name', value: '' },
        { key: 'Origins', value: 'https://a.example,2,true' },
        { key: 'None', value: '' },
      ],
    };
    expect(body).toEqual({
      ...choice,
      changeId: expect.any(String),
      name: 'documents',
      tags: [{ key: 'cost-centre', value: 'payments' }],
    });
    expect(portal().callsOf('preflightLaunch')[0].body).toEqual(choice);
  });

  it('takes the version to take first where none is named', async () => {
    await run();
    expect(portal().callsOf('launchProduct')[0].body.version).toBe('pa-two');
  });

  it.each([
    [{ version: 'pa-none' }, /no version 'pa-none'; use one of pa-two \(v2\)/],
    [{ name: 'my bucket' }, /'my bucket' can't be used: use letters, digits/],
  ])('refuses %j before it asks for anything', async (input, message) => {
    const { error } = await run({ input });
    expect(error?.message).toMatch(message);
    expect(error?.name).toBe('InputError');
    expect(portal().callsOf('preflightLaunch')).toEqual([]);
  });

  it('calls as whoever started the task, with a new token each time', async () => {
    portal().course = [{ state: 'running' }, { state: 'succeeded' }];
    await run();
    expect(portal().calls.map(call => call.authorization)).toEqual(
      portal().calls.map(
        (_, index) =>
          `Bearer user:default/mia.kowalski paved-road ${index + 1}`,
      ),
    );
    expect(portal().calls).toHaveLength(5);
  });

  it('does not wait where it is told not to', async () => {
    portal().course = [{ state: 'sending' }];
    const { output, log, error } = await run({ input: { wait: false } });
    expect(error).toBeUndefined();
    expect(output).toEqual({
      provisionedProductId: 'pp-1',
      changeId: expect.any(String),
      status: 'sending',
      outputs: {},
      resourceUrl: '/paved-road/provisioned/pp-1',
    });
    expect(portal().callsOf('getProductChange')).toEqual([]);
    expect(log.join('\n')).toMatch(/being launched: .*provisioned\/pp-1/);
  });

  it('only asks the rules in a dry run', async () => {
    const { output, log, error } = await run({ isDryRun: true });
    expect(error).toBeUndefined();
    expect(output).toEqual({ outputs: {} });
    expect(log.join('\n')).toMatch(/9 pass/);
    expect(log.join('\n')).toMatch(/'documents' is not launched/);
    expect(portal().calls.map(({ operation }) => operation)).toEqual([
      'getProduct',
      'preflightLaunch',
    ]);
  });

  it('writes no value of a parameter into the log', async () => {
    portal().course = [{ state: 'running' }, { state: 'succeeded' }];
    portal().refuseOnce('getProductChange', 503);
    const { log, output } = await run({
      input: { parameters: { MasterPassword: 'hunter2', Storage: 4711 } },
    });
    expect(portal().callsOf('launchProduct')[0].body.parameters).toEqual([
      { key: 'MasterPassword', value: 'hunter2' },
      { key: 'Storage', value: '4711' },
    ]);
    expect(log.join('\n')).toMatch(/parameters: MasterPassword, Storage/);
    expect(log.join('\n')).not.toMatch(/hunter2|4711/);
    expect(output.status).toBe('succeeded');
  });

  it('gets to the same launch in a retry', async () => {
    portal().course = [{ state: 'running' }, { state: 'succeeded' }];
    portal().refuseOnce('getProductChange', 403);
    const first = await run();
    expect(first.error).toBeDefined();
    const again = await run({ kept: first.kept });
    expect(again.error).toBeUndefined();
    const [one, two] = portal().callsOf('launchProduct');
    expect(two.body.changeId).toBe(one.body.changeId);
    expect(again.log.join('\n')).toMatch(/was launched before/);
  });

  it.each(['refused', 'interrupted'] as const)(
    'asks anew in a retry of a launch that was %s, and only once',
    async state => {
      portal().course = [{ state }];
      const { kept } = await run();
      await run({ kept });
      portal().course = [{ state: 'succeeded' }];
      const { error } = await run({ kept });
      expect(error).toBeUndefined();
      const ids = portal()
        .callsOf('launchProduct')
        .map(({ body }) => body.changeId);
      expect(ids).toEqual([ids[0], ids[0], ids[2], ids[0], ids[2], ids[5]]);
      expect(new Set(ids).size).toBe(3);
    },
  );

  it('makes launches of their own for several names in one step', async () => {
    const { kept } = await run();
    await run({ kept, input: { ...bucket, name: 'archive' } });
    const [one, two] = portal().callsOf('launchProduct');
    expect(two.body.changeId).not.toBe(one.body.changeId);
  });
});
