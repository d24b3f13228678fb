resource "aws_cloudwatch_log_group" "screen" {
  name              = "/aws/lambda/kyc-screening-${var.environment}"
  retention_in_days = 400
  kms_key_id        = aws_kms_key.screening.arn
}

data "aws_iam_policy_document" "assume" {
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "screen" {
  statement {
    sid       = "ReadLists"
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${local.lists_bucket}/*"]
  }

  statement {
    sid       = "WriteHits"
    effect    = "Allow"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.hits_bucket}/*"]
  }
}

resource "aws_iam_role" "screen" {
  name               = "kyc-screening-${var.environment}"
  description        = "What the screening function may do"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "screen" {
  name   = "screen"
  role   = aws_iam_role.screen.id
  policy = data.aws_iam_policy_document.screen.json
}

resource "aws_sqs_queue" "customers_dead_letters" {
  name                      = "screening-customers-dead-letters-${var.environment}"
  kms_master_key_id         = aws_kms_key.screening.arn
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "customers" {
  name                       = "screening-customers-${var.environment}"
  kms_master_key_id          = aws_kms_key.screening.arn
  visibility_timeout_seconds = 360

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.customers_dead_letters.arn
    maxReceiveCount     = 5
  })
}

resource "aws_cloudwatch_metric_alarm" "customers_waiting" {
  alarm_name          = "screening-customers-waiting-${var.environment}"
  alarm_description   = "A new customer waits longer than an hour to be screened"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 3600
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.on_call_topic_arn]

  dimensions = {
    QueueName = aws_sqs_queue.customers.name
  }
}

output "customers_queue_url" {
  value = aws_sqs_queue.customers.url
}
