// Stands in for Terraform, as far as the pipelines call it: it takes a folder of its
// own as the first argument, keeps there what it was called with, and says what
// `script.json` in there says. The plan's JSON is written after its documentation.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const [home, ...args] = process.argv.slice(2);
const script = JSON.parse(readFileSync(join(home, 'script.json'), 'utf8'));
const [command] = args;
appendFileSync(
  join(home, 'calls.jsonl'),
  `${JSON.stringify({
    args,
    env: process.env,
    files: readdirSync('.').sort(),
  })}\n`,
);

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (command === 'init') {
  const { modules = [], providers = ['registry.terraform.io/hashicorp/aws'] } =
    script;
  put(
    '.terraform/modules/modules.json',
    JSON.stringify({
      Modules: [{ Key: '', Source: '', Dir: '.' }, ...modules],
    }),
  );
  providers.forEach(name => put(`.terraform/providers/${name}/5.100.0/x`, ''));
}
if (command === 'plan') {
  const [out] = args
    .filter(arg => arg.startsWith('-out='))
    .map(arg => arg.slice('-out='.length));
  put(out, existsSync(join(home, 'applied')) ? 'afterwards' : 'first');
}
if (command === 'show') {
  const which = readFileSync(args.at(-1), 'utf8');
  process.stdout.write(
    JSON.stringify(script.plans[which] ?? script.plans.first),
  );
}
if (command === 'apply') {
  put(join(home, 'applied'), readFileSync(args.at(-1), 'utf8'));
  if (script.losesState) {
    put('errored.tfstate', '{}');
  }
}
if (command === 'apply' && script.isCancelled) {
  // As a pipeline that is cancelled: the script is told, and tells Terraform.
  const isTold = await new Promise(resolve => {
    const end = setTimeout(() => resolve(false), 20_000);
    process.once('SIGINT', () => {
      clearTimeout(end);
      resolve(true);
    });
    process.kill(process.ppid, 'SIGTERM');
  });
  if (isTold) {
    put(join(home, 'told'), '');
  }
}
const broken = script.fails?.[command] ?? 0;
if (broken) {
  process.stderr.write(`Error: ${command} went wrong\n`);
}
process.exitCode = broken;
