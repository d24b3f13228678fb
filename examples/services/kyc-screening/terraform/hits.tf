resource "aws_s3_bucket" "hits" {
  bucket              = local.hits_bucket
  object_lock_enabled = true
}

resource "aws_s3_bucket_public_access_block" "hits" {
  bucket                  = aws_s3_bucket.hits.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "hits" {
  bucket = aws_s3_bucket.hits.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.screening.arn
    }
  }
}

resource "aws_s3_bucket_versioning" "hits" {
  bucket = aws_s3_bucket.hits.id

  versioning_configuration {
    status = "Enabled"
  }
}

data "aws_iam_policy_document" "hits" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::${local.hits_bucket}", "arn:aws:s3:::${local.hits_bucket}/*"]

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

resource "aws_s3_bucket_policy" "hits" {
  bucket = aws_s3_bucket.hits.id
  policy = data.aws_iam_policy_document.hits.json
}
