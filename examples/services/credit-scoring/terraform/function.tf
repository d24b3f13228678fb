resource "aws_cloudwatch_log_group" "score" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = 400
  kms_key_id        = aws_kms_key.scores.arn
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

data "aws_iam_policy_document" "score" {
  statement {
    sid       = "Scores"
    effect    = "Allow"
    actions   = ["dynamodb:PutItem", "dynamodb:Query"]
    resources = [local.scores_arn]
  }

  statement {
    sid       = "Models"
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = ["arn:aws:s3:::meridian-credit-models-${var.environment}/*"]
  }
}

resource "aws_iam_role" "score" {
  name               = local.name
  description        = "What the scoring function may do"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "score" {
  name   = "score"
  role   = aws_iam_role.score.id
  policy = data.aws_iam_policy_document.score.json
}

resource "aws_iam_role_policy_attachment" "network" {
  role       = aws_iam_role.score.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}

resource "aws_security_group" "score" {
  name        = local.name
  description = "The scoring function, which nobody calls over the network"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "score_to_endpoints" {
  security_group_id = aws_security_group.score.id
  description       = "Interface endpoints"
  cidr_ipv4         = var.vpc_cidr
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_sqs_queue" "requests_dead_letters" {
  name                      = "${local.name}-dead-letters"
  kms_master_key_id         = aws_kms_key.scores.arn
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "requests" {
  name                       = "${local.name}-requests"
  kms_master_key_id          = aws_kms_key.scores.arn
  visibility_timeout_seconds = 360

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.requests_dead_letters.arn
    maxReceiveCount     = 3
  })
}

resource "aws_lambda_function" "score" {
  function_name                  = local.name
  role                           = aws_iam_role.score.arn
  runtime                        = "python3.13"
  handler                        = "scoring.handler"
  architectures                  = ["arm64"]
  memory_size                    = 3008
  timeout                        = 60
  reserved_concurrent_executions = 50
  kms_key_arn                    = aws_kms_key.scores.arn
  s3_bucket                      = "meridian-artifacts-111122223333-eu-central-1"
  s3_key                         = "lending/credit-scoring.zip"
  s3_object_version              = var.artifact_version

  environment {
    variables = {
      MERIDIAN_ENVIRONMENT = var.environment
      SCORES_TABLE         = "credit-scores-${var.environment}"
    }
  }

  tracing_config {
    mode = "Active"
  }

  vpc_config {
    security_group_ids = [aws_security_group.score.id]
    subnet_ids         = var.private_subnet_ids
  }
}

resource "aws_lambda_event_source_mapping" "requests" {
  event_source_arn = aws_sqs_queue.requests.arn
  function_name    = aws_lambda_function.score.arn
  batch_size       = 5
}

resource "aws_cloudwatch_metric_alarm" "too_slow" {
  alarm_name          = "${local.name}-too-slow"
  alarm_description   = "A broker waits longer than ten seconds for a score"
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"
  extended_statistic  = "p99"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10000
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.on_call_topic_arn]

  dimensions = {
    FunctionName = local.name
  }
}

output "requests_queue_url" {
  value = aws_sqs_queue.requests.url
}
