resource "aws_dynamodb_table" "scores" {
  name                        = "credit-scores-${var.environment}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "applicantId"
  range_key                   = "scoredAt"
  deletion_protection_enabled = true

  attribute {
    name = "applicantId"
    type = "S"
  }

  attribute {
    name = "scoredAt"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.scores.arn
  }

  ttl {
    attribute_name = "forgetAt"
    enabled        = true
  }
}

# Every model that has ever scored a customer is kept, so that a decision can be explained years later.

resource "aws_s3_bucket" "models" {
  bucket              = "meridian-credit-models-${var.environment}"
  object_lock_enabled = true
}

resource "aws_s3_bucket_public_access_block" "models" {
  bucket                  = aws_s3_bucket.models.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "models" {
  bucket = aws_s3_bucket.models.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.scores.arn
    }
  }
}

resource "aws_s3_bucket_versioning" "models" {
  bucket = aws_s3_bucket.models.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_logging" "models" {
  bucket        = aws_s3_bucket.models.id
  target_bucket = "meridian-access-logs-111122223333-eu-central-1"
  target_prefix = "credit-scoring/"
}

data "aws_iam_policy_document" "models" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::meridian-credit-models-${var.environment}", "arn:aws:s3:::meridian-credit-models-${var.environment}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "models" {
  bucket = aws_s3_bucket.models.id
  policy = data.aws_iam_policy_document.models.json
}
