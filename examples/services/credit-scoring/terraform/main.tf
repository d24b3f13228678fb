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
      Owner   = "lending"
      Service = "credit-scoring"
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

variable "artifact_version" {
  type        = string
  description = "The object version that the pipeline has scanned"
}

variable "on_call_topic_arn" {
  type = string
}

locals {
  name       = "credit-scoring-${var.environment}"
  scores_arn = "arn:aws:dynamodb:eu-central-1:111122223333:table/credit-scores-${var.environment}"
}

resource "aws_kms_key" "scores" {
  description             = "Scores and the facts behind them, at rest"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "scores" {
  name          = "alias/meridian/${local.name}"
  target_key_id = aws_kms_key.scores.key_id
}
