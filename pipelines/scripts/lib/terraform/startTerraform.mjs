import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Refusal } from '../Refusal.mjs';
import { run } from '../run.mjs';
import { allowedProviders } from './providers.mjs';

/** Terraform's own settings, in place of any that lie on the machine. */
function settings() {
  const include = JSON.stringify(allowedProviders());
  const mirror = process.env.PAVED_ROAD_TERRAFORM_MIRROR;
  return `disable_checkpoint = true
provider_installation {
${
  mirror
    ? `  filesystem_mirror {\n    path    = ${JSON.stringify(
        mirror,
      )}\n    include = ${include}\n  }`
    : `  direct {\n    include = ${include}\n  }`
}
}
`;
}

async function find() {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const program = join(directory, 'terraform');
    if (
      directory &&
      (await access(program, constants.X_OK).then(
        () => true,
        () => false,
      ))
    ) {
      return program;
    }
  }
  throw new Refusal('The pipeline is set up wrongly: terraform is not there');
}

/**
 * Terraform in the folder of a configuration. It knows nothing of the pipeline's
 * environment, finds no program to start (`git`, say), and has those credentials
 * alone that a call is given.
 *
 * @returns a function that runs it
 */
export async function startTerraform({ folder, scratch, about, region }) {
  const program = await find();
  const home = join(scratch, 'home');
  await mkdir(home, { recursive: true });
  const config = join(scratch, 'terraformrc');
  await writeFile(config, settings());
  const common = {
    ...pick(['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']),
    ...pick(['SSL_CERT_FILE', 'SSL_CERT_DIR']),
    ...pick(['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL_STS']),
    PATH: '',
    HOME: home,
    TMPDIR: home,
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    CHECKPOINT_DISABLE: '1',
    TF_CLI_CONFIG_FILE: config,
    TF_IN_AUTOMATION: '1',
    // By which the service control policy knows the roles of workloads.
    'TF_AWS_DEFAULT_TAGS_paved-road:entity': about.service,
  };
  return (args, { credentials, ...options } = {}) =>
    run(program, args, {
      cwd: folder,
      env: { ...common, ...credentials },
      interrupt: true,
      ...options,
    });
}

const pick = names =>
  Object.fromEntries(
    names.flatMap(name =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  );
