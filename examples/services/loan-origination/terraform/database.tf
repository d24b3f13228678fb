resource "aws_db_subnet_group" "applications" {
  name        = "loan-applications-${var.environment}"
  description = "Subnets without a route to the internet"
  subnet_ids  = var.database_subnet_ids
}

resource "aws_db_parameter_group" "applications" {
  name        = "loan-applications-${var.environment}"
  family      = "postgres16"
  description = "TLS only"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "500"
  }
}

resource "aws_security_group" "database" {
  name        = "loan-applications-database"
  description = "The databases of loan origination"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "database_from_service" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.service.id
  description                  = "The containers"
  ip_protocol                  = "tcp"
  from_port                    = 5499
  to_port                      = 5499
}

resource "aws_db_instance" "applications" {
  identifier                          = "loan-applications-${var.environment}"
  engine                              = "postgres"
  engine_version                      = "16.6"
  instance_class                      = "db.r7g.xlarge"
  allocated_storage                   = 400
  storage_type                        = "gp3"
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.loans.arn
  db_name                             = "applications"
  port                                = 5499
  username                            = "loans_owner"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true
  multi_az                            = true
  publicly_accessible                 = false
  db_subnet_group_name                = aws_db_subnet_group.applications.name
  parameter_group_name                = aws_db_parameter_group.applications.name
  vpc_security_group_ids              = [aws_security_group.database.id]
  backup_retention_period             = 35
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  enabled_cloudwatch_logs_exports     = ["postgresql", "upgrade"]
  final_snapshot_identifier           = "loan-applications-last"
}
