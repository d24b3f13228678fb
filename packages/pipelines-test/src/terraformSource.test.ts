import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pipelinesDirectory } from './__testUtils__/root';
import {
  goodBuild,
  lockFile,
  versionsFile,
} from './__testUtils__/useTerraform';

const judge = pathToFileURL(
  join(pipelinesDirectory, 'scripts/lib/terraform/judgeTerraform.mjs'),
).href;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What the pipeline says of a configuration before Terraform reads it; `''` where it may go on. */
function judged(change: Record<string, string>, folder = '') {
  const { 'plan.json': _, ...files } = goodBuild;
  for (const [path, text] of Object.entries({ ...files, ...change })) {
    const place = join(root, folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const [path] = [join(folder, 'plan.json')];
  return execFileSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { judgeTerraform } from ${JSON.stringify(judge)};
    await judgeTerraform(${JSON.stringify({ root, path })}).catch(error =>
      process.stdout.write(error.exitCode ? error.message : error.stack));`,
  ]).toString();
}
const main = (text: string) => judged({ 'main.tf': `${text}\n` });

it.each([
  ['what golden paths are made of', goodBuild['main.tf']],
  ['nothing', ''],
  [
    'modules of the repository',
    'module "queue" {\n  source = "./modules/queue" # ours\n  name = "a"\n}',
  ],
  [
    'files beside the module',
    'locals {\n  a = file("${path.module}/a.txt")\n  b = filebase64sha256("${path.module}/a.txt")\n  c = templatefile("${path.module}/a.txt", { x = 1 })\n}',
  ],
  [
    'a provider’s region and tags',
    'provider "aws" {\n  alias  = "us"\n  region = "us-east-1"\n  default_tags {\n    tags = { Owner = "x" }\n  }\n}',
  ],
  [
    'text in all forms',
    'locals {\n  a = "^[0-9]{12}$"\n  b = "100%"\n  c = <<-EOT\n    ${upper("x")} %{if true}a%{endif} $${x}\n  EOT\n  d = "\\"\\u00e9${jsonencode({ a = "}" })}"\n}',
  ],
  [
    'comments that talk of what is refused',
    '# provisioner "local-exec" { }\n/* file("/x") */ locals { a = 1 } // file("/x")',
  ],
  [
    'expressions over lines',
    'locals {\n  a = [\n    for x in ["a"] : x\n    if x != "b" && !(x == "c")\n  ]\n  b = true ? 1.5e3 : -1\n}',
  ],
  ['lines as Windows ends them', 'locals {\r\n  a = 1\r\n}\r'],
  [
    'a check with AWS’s data',
    'check "x" {\n  data "aws_s3_bucket" "x" { bucket = "x" }\n  assert {\n    condition = true\n    error_message = "x"\n  }\n}',
  ],
])('reads %s', (_, text) => {
  expect(
    judged({
      'main.tf': `${text}\n`,
      'modules/queue/main.tf': 'resource "aws_sqs_queue" "x" {}\n',
      'a.txt': 'no code ${x}',
    }),
  ).toBe('');
});

it.each([
  [
    'a provisioner',
    'resource "aws_x" "y" {\n  provisioner "local-exec" {\n    command = "x"\n  }\n}',
  ],
  [
    'a provisioner on one line',
    'resource "aws_x" "y" { provisioner "local-exec" { command = "x" } }',
  ],
  [
    'a provisioner in a removed block',
    'removed {\n  from = aws_x.y\n  provisioner "local-exec" {\n    when = destroy\n    command = "x"\n  }\n}',
  ],
  [
    'a provisioner deeper',
    'resource "aws_x" "y" {\n  lifecycle {\n    provisioner "x" {}\n  }\n}',
  ],
  [
    'a connection',
    'resource "aws_x" "y" {\n  connection {\n    host = "x"\n  }\n}',
  ],
  ['external data', 'data "external" "x" {\n  program = ["sh"]\n}'],
  [
    'another’s state',
    'data "terraform_remote_state" "x" {\n  backend = "s3"\n}',
  ],
  ['data of the web', 'data "http" "x" {\n  url = "http://169.254.170.2"\n}'],
  [
    'external data in a check',
    'check "x" {\n  data "external" "x" {\n    program = ["sh"]\n  }\n}',
  ],
  ['a resource that isn’t AWS’s', 'resource "null_resource" "x" {}'],
  ['a stack', 'resource "aws_cloudformation_stack" "x" {}'],
  ['an import', 'import {\n  to = aws_s3_bucket.x\n  id = "lending-books"\n}'],
  ['an ephemeral resource', 'ephemeral "aws_x" "y" {}'],
  ['an action', 'action "aws_lambda_invoke" "x" {}'],
  ['a block of another version', 'something_new "x" {}'],
  [
    'a module of the registry',
    'module "x" {\n  source = "terraform-aws-modules/x/aws"\n}',
  ],
  ['a module of git', 'module "x" {\n  source = "git::https://x"\n}'],
  ['a module by an expression', 'module "x" {\n  source = "./${var.x}"\n}'],
  ['a module by two', 'module "x" {\n  source = "./x" == "" ? "y" : "z"\n}'],
  ['a module without a source', 'module "x" {}'],
  ['a module from above', 'module "x" {\n  source = "../x"\n}'],
  ['a module that isn’t there', 'module "x" {\n  source = "./x"\n}'],
  [
    'a backend of its own',
    'terraform {\n  backend "s3" {\n    bucket = "mine"\n  }\n}',
  ],
  ['another backend', 'terraform {\n  backend "http" {}\n}'],
  ['a cloud', 'terraform {\n  cloud {}\n}'],
  ['experiments', 'terraform {\n  experiments = [x]\n}'],
  [
    'credentials of its own',
    'provider "aws" {\n  shared_config_files = ["./x"]\n}',
  ],
  [
    'another place to ask',
    'provider "aws" {\n  endpoints {\n    s3 = "http://x"\n  }\n}',
  ],
  [
    'another role',
    'provider "aws" {\n  assume_role {\n    role_arn = "x"\n  }\n}',
  ],
  [
    'a provider by another name',
    'provider "mine" {\n  shared_config_files = ["./x"]\n}',
  ],
  ['a file of the machine', 'locals {\n  a = file("/proc/self/environ")\n}'],
  [
    'a file above',
    'locals {\n  a = templatefile("${path.module}/../../x", {})\n}',
  ],
  ['a file of the root', 'locals {\n  a = file("${path.root}/x")\n}'],
  ['a file by an expression', 'locals {\n  a = file(local.x)\n}'],
  ['a file within a text', 'locals {\n  a = "x${file("/x")}"\n}'],
  [
    'a file within a text within a text',
    'locals {\n  a = "x${"y${file("/x")}"}"\n}',
  ],
  [
    'a file within a long text',
    'locals {\n  a = <<EOT\n  ${file("/x")}\nEOT\n}',
  ],
  [
    'a file within a condition of a text',
    'locals {\n  a = "%{if file("/x") == ""}%{endif}"\n}',
  ],
  [
    'a file with a comment between',
    'locals {\n  a = (file /* x */\n  ("/x"))\n}',
  ],
  ['a file by the function’s full name', 'locals {\n  a = core::file("/x")\n}'],
  ['a function of a provider', 'locals {\n  a = provider::x::y()\n}'],
  ['files by their names', 'locals {\n  a = fileset("/", "**")\n}'],
  ['a template put together', 'locals {\n  a = templatestring(local.b, {})\n}'],
  ['a text that doesn’t end', 'locals {\n  a = "x'],
  ['a long text that doesn’t end', 'locals {\n  a = <<EOT\nx'],
  ['a long text that seems to end', 'locals {\n  a = <<EOT\n EOT }\nEOT\n}'],
  ['a comment that doesn’t end', 'locals {}\n/* x'],
  ['a bracket too many', 'locals {\n  a = 1)\n}'],
  ['a bracket too few', 'locals {\n  a = (1\n}'],
  ['a half escaped sign', 'locals {\n  a = "$$$${x}"\n}'],
  ['an escape that isn’t one', 'locals {\n  a = "\\x"\n}'],
  ['a space that isn’t one', 'locals {\n\u00a0 a = 1\n}'],
  ['a line’s end that isn’t one', 'locals { # x\u2028 a = 1 }'],
  ['an end of the line before its time', 'locals { # x\r a = 1 }'],
  ['letters that look like others', 'locals {\n  а = 1\n}'],
  ['a label with an escape', 'resource "aws\\u005fx" "y" {}'],
  ['a label with an expression', 'resource "aws_${1}" "y" {}'],
  ['a value in no block', 'a = 1'],
])('refuses %s', (_, text) => {
  const said = main(text);
  // In words for the people whose run it is, and not by accident.
  expect(said).toMatch(/\S/);
  expect(said).not.toMatch(/\n +at /);
});

it.each([
  ['a file that overrides others', { 'x_override.tf': '' }],
  ['the file that overrides others', { 'override.tf': '' }],
  ['JSON', { 'x.tf.json': '{}' }],
  ['JSON that overrides', { 'override.tf.json': '{}' }],
  [
    'a module’s own provisioner',
    {
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
      'b/main.tf': 'resource "aws_x" "y" {\n  provisioner "x" {}\n}\n',
    },
  ],
  [
    'a file that a template reads',
    {
      'main.tf':
        'locals {\n  a = templatefile("${path.module}/a.tpl", {})\n}\n',
      'a.tpl': '%{ if true }\n${file("/proc/self/environ")}\n%{ endif }\n',
    },
  ],
  ['no backend', { 'versions.tf': '' }],
  [
    'no lock file’s provider but another',
    {
      '.terraform.lock.hcl': lockFile.replace(
        'hashicorp/aws',
        'hashicorp/external',
      ),
    },
  ],
  [
    'a provider of another registry',
    {
      '.terraform.lock.hcl': lockFile.replace(
        'registry.terraform.io',
        'evil.example',
      ),
    },
  ],
  ['a lock file that can’t be read', { '.terraform.lock.hcl': 'provider "' }],
])('refuses a configuration with %s', (_, change) => {
  const said = judged(change);
  expect(said).toMatch(/\S/);
  expect(said).not.toMatch(/\n +at /);
});

it('says where it is, and what to do', () => {
  expect(
    judged(
      {
        'main.tf': 'module "a" {\n  source = "./a"\n}\n',
        'a/b.tf': '# x\nlocals {\n  a = <<EOT\n  b\nEOT\n  c = file("/x")\n}\n',
      },
      'infra',
    ),
  ).toMatch(
    /^infra\/a\/b\.tf:6 has file\(…\).*file\("\$\{path\.module\}\/…"\)$/,
  );
});

it('reads a configuration that calls modules beside its folder', () => {
  const files = { 'main.tf': 'module "a" {\n  source = "../a"\n}\n' };
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a/x.tf'), 'locals {}\n');
  expect(judged(files, 'infra')).toBe('');
});

it('reads modules that call each other once', () => {
  expect(
    judged({
      'versions.tf': versionsFile,
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../a"\n}\n',
    }),
  ).toBe('');
});

it('reads nothing through a link', () => {
  const words = 'is a link or lies behind one';
  mkdirSync(join(root, 'b'));
  writeFileSync(join(root, 'b/x.tf'), 'locals {}\n');
  symlinkSync('b', join(root, 'c'));
  expect(
    judged({ 'main.tf': 'module "a" {\n  source = "./c"\n}\n' }),
  ).toContain(words);
  symlinkSync('b/x.tf', join(root, 'd.tf'));
  expect(main('')).toContain(words);
});
