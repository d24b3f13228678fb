import { createHash } from 'node:crypto';
import { commit, useChannel } from './useChannel';
import { goodBuild, useTerraform } from './useTerraform';

const digestOf = (text: string) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

export const manifestOf = (documents: Record<string, string>) =>
  JSON.stringify({
    service: 'component:default/ledger',
    environment: 'production',
    commit,
    documents: Object.entries(documents).map(([path, text]) => ({
      path,
      digest: digestOf(text),
      format: path.endsWith('.json') ? 'terraform-plan' : 'cloudformation-yaml',
    })),
  });

/** The channel with a double of Terraform, and a build that hands a plan over. */
export function useTerraformRun() {
  const channel = useChannel();
  const terraform = useTerraform(channel);

  function build(change: Record<string, string | undefined> = {}) {
    const files = { ...goodBuild, ...change };
    for (const [path, text] of Object.entries(files)) {
      if (text !== undefined) {
        channel.write({ [`built/${path}`]: text });
      }
    }
    channel.write({ 'built.zip': 'code' });
  }

  const about = (name: string) => ({
    PAVED_ROAD_RUN: name,
    PAVED_ROAD_DOCUMENTS: 'plan.json',
  });
  const deploy = (
    name: string,
    documents: Record<string, string> = { 'plan.json': goodBuild['plan.json'] },
  ) =>
    channel.start('deploy.mjs', ['built', 'built.zip'], {
      ...about(name),
      AWS_ACCESS_KEY_ID: 'of-the-deploy-role',
      PAVED_ROAD_MANIFEST: manifestOf(documents),
      TF_CLI_ARGS: '-var=evil=1',
      TF_LOG: 'trace',
    });
  const verdict = (name: string) =>
    channel.start('verdict.mjs', ['built'], about(name));
  const resultsOf = async (name: string) =>
    (await channel.posted()).filter(({ runId }) => runId === name);
  const stagesOf = async (name: string) =>
    (await resultsOf(name)).map(
      ({ stage, verdict: found }) => `${stage} ${found}`,
    );
  const commands = () =>
    terraform.calls().map(({ args: [command] }) => command);

  return {
    ...{ channel, terraform, build, about, deploy, verdict },
    ...{ resultsOf, stagesOf, commands },
  };
}
