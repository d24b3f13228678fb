import { RequestGate } from './RequestGate';

const signal = () => new AbortController().signal;

/** Whether a promise is settled by the time that all that is ready has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  promise.then(settle, settle);
  await new Promise(resolve => setImmediate(resolve));
  return settled;
}

describe('RequestGate', () => {
  it('lets as many in as there are places, and the next once one leaves', async () => {
    const gate = new RequestGate(2);
    const leave = await gate.enter('a', signal());
    await gate.enter('b', signal());
    const third = gate.enter('c', signal());
    expect(await isSettled(third)).toBe(false);
    leave();
    expect(await isSettled(third)).toBe(true);
  });

  it('gives a place back once, however often that is said', async () => {
    const gate = new RequestGate(2);
    const leave = await gate.enter('a', signal());
    await gate.enter('b', signal());
    leave();
    leave();
    await gate.enter('c', signal());
    expect(await isSettled(gate.enter('d', signal()))).toBe(false);
  });

  it('leaves places for others while one caller asks a lot', async () => {
    const gate = new RequestGate(4);
    await gate.enter('greedy', signal());
    const leave = await gate.enter('greedy', signal());
    const third = gate.enter('greedy', signal());
    expect(await isSettled(third)).toBe(false);
    expect(await isSettled(gate.enter('modest', signal()))).toBe(true);
    leave();
    expect(await isSettled(third)).toBe(true);
  });

  it('refuses those for whom there is no room to wait', async () => {
    const gate = new RequestGate(1);
    await gate.enter('a', signal());
    for (let waiting = 0; waiting < 8; waiting++) {
      gate.enter(`caller ${waiting}`, signal()).catch(() => {});
    }
    await expect(gate.enter('z', signal())).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      statusCode: 429,
    });
  });

  it('leaves room to wait for others', async () => {
    const gate = new RequestGate(1);
    await gate.enter('greedy', signal());
    for (let waiting = 0; waiting < 4; waiting++) {
      gate.enter('greedy', signal()).catch(() => {});
    }
    await expect(gate.enter('greedy', signal())).rejects.toMatchObject({
      statusCode: 429,
    });
    expect(await isSettled(gate.enter('modest', signal()))).toBe(false);
  });

  it('forgets who goes away while waiting', async () => {
    const gate = new RequestGate(1);
    const leave = await gate.enter('a', signal());
    const gone = new AbortController();
    const second = gate.enter('b', gone.signal);
    const third = gate.enter('c', signal());
    gone.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    leave();
    expect(await isSettled(third)).toBe(true);
  });

  it('lets nobody in who has gone already', async () => {
    const gate = new RequestGate(1);
    await expect(gate.enter('a', AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await isSettled(gate.enter('b', signal()))).toBe(true);
  });
});
