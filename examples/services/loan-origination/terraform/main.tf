terraform {
  required_version = ">= 1.9"

  backend "s3" {
    bucket       = "meridian-terraform-state-111122223333"
    key          = "lending/loan-origination.tfstate"
    region       = "eu-central-1"
    encrypt      = true
    use_lockfile = true
  }

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
      Owner   = "lending"
      Service = "loan-origination"
    }
  }
}

variable "environment" {
  type    = string
  default = "production"
}

variable "vpc_id" {
  type = string
}

variable "vpc_cidr" {
  type    = string
  default = "10.40.0.0/16"
}

variable "private_subnet_ids" {
  type = list(string)
}

variable "database_subnet_ids" {
  type = list(string)
}

variable "public_subnet_ids" {
  type = list(string)
}

variable "image_digest" {
  type        = string
  description = "The image that the pipeline has built and scanned"
}

variable "on_call_topic_arn" {
  type = string
}

locals {
  documents_bucket = "meridian-loan-documents-${var.environment}"
}

resource "aws_kms_key" "loans" {
  description             = "Loan applications at rest"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "loans" {
  name          = "alias/meridian/loans-${var.environment}"
  target_key_id = aws_kms_key.loans.key_id
}
