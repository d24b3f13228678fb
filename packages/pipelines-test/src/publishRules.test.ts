import { execFileSync } from 'node:child_process';
import { useChannel } from './__testUtils__/useChannel';

jest.setTimeout(120_000);

const channel = useChannel();
const publish = (change: Record<string, string | undefined> = {}) =>
  channel.start('publish-rules.mjs', [], {
    PAVED_ROAD_BUCKET: 'rules',
    ...change,
  });

const files = () =>
  execFileSync('tar', [
    '-tzf',
    channel.place(`aws/${channel.aws().objects['rules.tar.gz']}`),
  ])
    .toString()
    .trim()
    .split('\n');

it('brings the hook the files with rules that block, and nothing else', async () => {
  const { exitCode, output } = await publish();
  expect([exitCode, output]).toEqual([0, expect.stringMatching(/sha256:/)]);
  expect(files()).toContain(
    'packs/meridian/storage/s3_bucket_policy_not_public.guard',
  );
  // It advises everywhere; a hook would stop by it.
  expect(files()).not.toContain(
    'packs/meridian/data/data_store_names_owner.guard',
  );
  expect(files().filter(path => !path.endsWith('.guard'))).toEqual([]);
});

it('writes nothing where the rules are there already', async () => {
  await publish();
  const { output } = await publish();
  expect(output).toBe('The rules are there already\n');
  expect(
    channel.calls().filter(({ call }) => call.endsWith('put-object')),
  ).toHaveLength(1);
});

it.each([
  ['the portal can’t be reached', { PAVED_ROAD_PORTAL: 'http://127.0.0.1:9' }],
  ['the portal refuses the token', { PAVED_ROAD_TOKEN: 'x' }],
  ['there is no such environment', { PAVED_ROAD_ENVIRONMENT: 'prod' }],
])('leaves the hook the rules it has where %s', async (_, change) => {
  channel.setAws({ objects: { 'rules.tar.gz': 'old' } });
  expect((await publish(change)).exitCode).toBe(2);
  expect(channel.aws().objects).toEqual({ 'rules.tar.gz': 'old' });
});
