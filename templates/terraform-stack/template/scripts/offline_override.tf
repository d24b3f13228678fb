# Laid beside the other files by scripts/build.sh, so that a plan needs no account,
# no credentials and no state. It is never handed over.
terraform {
  backend "local" {}
}

provider "aws" {
  access_key                  = "offline"
  secret_key                  = "offline"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}
