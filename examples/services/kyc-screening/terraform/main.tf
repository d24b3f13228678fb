terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region              = "eu-central-1"
  allowed_account_ids = ["111122223333"]

  default_tags {
    tags = {
      Owner   = "customer-data"
      Service = "kyc-screening"
    }
  }
}

variable "environment" {
  type    = string
  default = "production"
}

variable "on_call_topic_arn" {
  type = string
}

locals {
  lists_bucket = "meridian-screening-lists-${var.environment}"
  hits_bucket  = "meridian-screening-hits-${var.environment}"
}

resource "aws_kms_key" "screening" {
  description             = "Screening hits at rest"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "screening" {
  name          = "alias/meridian/kyc-screening-${var.environment}"
  target_key_id = aws_kms_key.screening.key_id
}
