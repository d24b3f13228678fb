import { useTask } from '../../__testUtils__/useTask';

describe('the wait for a launch', () => {
  const { run, portal } = useTask();

  it.each([
    ['failed', 'could not be launched'],
    ['refused', 'was not accepted by AWS'],
    ['interrupted', 'never came to AWS'],
  ] as const)('fails with AWS’s words where it %s', async (state, outcome) => {
    const problem = { message: 'The bucket documents already exists' };
    portal().course = [{ state: 'running' }, { state, problem }];
    const { error, output } = await run();
    expect(error?.message).toBe(
      `'documents' ${outcome}: The bucket documents already exists. See /paved-road/provisioned/pp-1`,
    );
    expect(output).not.toHaveProperty('outputs');
  });

  it('fails without waiting too, where it is known at once', async () => {
    portal().course = [{ state: 'refused' }];
    const { error } = await run({ input: { wait: false } });
    expect(error?.message).toMatch(/was not accepted by AWS/);
  });

  it('tells what is in the way, and goes on', async () => {
    portal().course = [
      { state: 'running' },
      { state: 'running', problem: { message: 'The account is throttled' } },
      { state: 'succeeded' },
    ];
    const { log, error } = await run();
    expect(error).toBeUndefined();
    expect(log).toContain('The launch is running: The account is throttled');
  });

  it('survives a portal that is away for a moment, and says so', async () => {
    portal().course = [{ state: 'running' }, { state: 'succeeded' }];
    portal().refuseOnce('getProductChange', 503);
    portal().refuseOnce('getProductChange', 503);
    portal().refuseOnce('getProvisionedProduct', 502);
    const { log, error, output } = await run();
    expect(error).toBeUndefined();
    expect(output.outputs).toHaveProperty('BucketName');
    expect(log.filter(line => line.includes('503'))).toHaveLength(1);
  });

  it.each([401, 403, 404])(
    'ends with a %i, and says that the launch goes on',
    async status => {
      portal().course = [{ state: 'running' }, { state: 'succeeded' }];
      portal().refuseOnce('getProductChange', status);
      const { log, error } = await run();
      expect(error?.message).toContain(String(status));
      expect(log.at(-1)).toMatch(/the launch itself goes on: .*pp-1/);
      expect(portal().callsOf('getProductChange')).toHaveLength(1);
    },
  );

  it('ends where the task is cancelled, and says that the launch goes on', async () => {
    portal().course = [{ state: 'running', recordStatus: 'IN_PROGRESS' }];
    const { log, error } = await run({ cancelAt: 'IN_PROGRESS' });
    expect(error?.name).toBe('AbortError');
    expect(log.at(-1)).toMatch(/the launch itself goes on: .*pp-1/);
  });

  it('launches nothing for a task that is cancelled before', async () => {
    const { error } = await run({ cancelAt: 'The rules for' });
    expect(error?.name).toBe('AbortError');
    expect(portal().callsOf('launchProduct')).toEqual([]);
  });

  it('ends where the time is over', async () => {
    portal().course = [{ state: 'running' }];
    const { log, error } = await run({ input: { timeoutMinutes: 0.001 } });
    expect(error?.message).toMatch(/not come to its end in time/);
    expect(log.at(-1)).toMatch(/the launch itself goes on/);
  });
});
