#!/usr/bin/env bash
# Checks, tests and plans the stack. No account is needed: the plan is of all that
# the stack consists of, as if none of it were there. It is what a pull request is
# checked by, and it is not what is applied: docs/index.md says why.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v terraform > /dev/null; then
  echo 'This build needs Terraform, 1.11 or newer, and there is none here.' >&2
  echo 'Install it as https://developer.hashicorp.com/terraform/install says, or let a pipeline build it that has it.' >&2
  exit 1
fi

# What it would say of applying is not for here, and a log is no terminal.
export TF_IN_AUTOMATION=1
[ -t 1 ] || export TF_CLI_ARGS=-no-color

cp scripts/offline_override.tf offline_override.tf
trap 'rm -f offline_override.tf plan.tfplan' EXIT

terraform fmt -check -diff -recursive
terraform init -input=false -lockfile=readonly
terraform validate
terraform test
terraform plan -input=false -refresh=false -out=plan.tfplan
terraform show -json plan.tfplan > plan.json
