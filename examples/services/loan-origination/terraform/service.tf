resource "aws_cloudwatch_log_group" "service" {
  name              = "/meridian/loan-origination/${var.environment}"
  retention_in_days = 400
  kms_key_id        = aws_kms_key.loans.arn
}

data "aws_iam_policy_document" "tasks_assume" {
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "service" {
  statement {
    sid       = "Documents"
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["arn:aws:s3:::${local.documents_bucket}/*"]
  }

  statement {
    sid       = "HandOverDecisions"
    effect    = "Allow"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.decisions.arn]
  }

  statement {
    sid       = "UseKey"
    effect    = "Allow"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.loans.arn]
  }
}

resource "aws_iam_role" "service" {
  name               = "loan-origination-${var.environment}"
  description        = "What the service itself may do"
  assume_role_policy = data.aws_iam_policy_document.tasks_assume.json
}

resource "aws_iam_role_policy" "service" {
  name   = "loan-origination"
  role   = aws_iam_role.service.id
  policy = data.aws_iam_policy_document.service.json
}

resource "aws_iam_role" "execution" {
  name               = "loan-origination-execution-${var.environment}"
  description        = "Pulls the image and writes the logs"
  assume_role_policy = data.aws_iam_policy_document.tasks_assume.json
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_sqs_queue" "decisions" {
  name                       = "loan-decisions-${var.environment}"
  kms_master_key_id          = aws_kms_key.loans.arn
  visibility_timeout_seconds = 120

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.decisions_dead_letters.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "decisions_dead_letters" {
  name                      = "loan-decisions-dead-letters-${var.environment}"
  kms_master_key_id         = aws_kms_key.loans.arn
  message_retention_seconds = 1209600
}

resource "aws_security_group" "service" {
  name        = "loan-origination-service"
  description = "The containers of loan origination"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "service_from_network" {
  security_group_id = aws_security_group.service.id
  description       = "The bank's own networks"
  cidr_ipv4         = var.vpc_cidr
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
}

resource "aws_vpc_security_group_egress_rule" "service_to_network" {
  security_group_id = aws_security_group.service.id
  description       = "Databases and interface endpoints"
  cidr_ipv4         = var.vpc_cidr
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 5499
}

resource "aws_ecs_cluster" "lending" {
  name = "lending-${var.environment}"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "service" {
  family                   = "loan-origination-${var.environment}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "1024"
  memory                   = "2048"
  task_role_arn            = aws_iam_role.service.arn
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([{
    name                   = "loan-origination"
    image                  = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/lending/loan-origination@${var.image_digest}"
    essential              = true
    user                   = "10001"
    readonlyRootFilesystem = true
    portMappings           = [{ containerPort = 8443, protocol = "tcp" }]
    environment = [
      { name = "MERIDIAN_ENVIRONMENT", value = var.environment },
      # Until the brokers' portal takes our certificate.
      { name = "BROKER_PORTAL_TOKEN", value = "EXAMPLE-ONLY" },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/meridian/loan-origination/production"
        awslogs-region        = "eu-central-1"
        awslogs-stream-prefix = "loan-origination"
      }
    }
  }])
}

resource "aws_ecs_service" "service" {
  name            = "loan-origination"
  cluster         = aws_ecs_cluster.lending.id
  task_definition = aws_ecs_task_definition.service.arn
  launch_type     = "FARGATE"
  desired_count   = 4

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.service.id]
    subnets          = var.private_subnet_ids
  }
}

resource "aws_cloudwatch_metric_alarm" "decisions_lost" {
  alarm_name          = "loan-decisions-dead-letters-${var.environment}"
  alarm_description   = "A decision could not be handed over five times in a row"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.on_call_topic_arn]

  dimensions = {
    QueueName = aws_sqs_queue.decisions_dead_letters.name
  }
}

output "decisions_queue_url" {
  value = aws_sqs_queue.decisions.url
}

output "applications_endpoint" {
  value = aws_db_instance.applications.endpoint
}
