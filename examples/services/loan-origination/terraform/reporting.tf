# The brokers' reporting tool runs at the vendor's and has no fixed address.

resource "aws_db_subnet_group" "reporting" {
  name        = "loan-reporting-${var.environment}"
  description = "Where the vendor can reach the copy"
  subnet_ids  = var.public_subnet_ids
}

resource "aws_security_group" "reporting" {
  name        = "loan-reporting-database"
  description = "The copy of the applications that the brokers report from"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "reporting_from_vendor" {
  security_group_id = aws_security_group.reporting.id
  description       = "Reporting vendor"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
}

resource "aws_db_instance" "reporting" {
  identifier                  = "loan-reporting-${var.environment}"
  engine                      = "postgres"
  engine_version              = "16.6"
  instance_class              = "db.t4g.large"
  allocated_storage           = 100
  storage_type                = "gp3"
  storage_encrypted           = false
  db_name                     = "reporting"
  username                    = "reporting"
  manage_master_user_password = true
  publicly_accessible         = true
  db_subnet_group_name        = aws_db_subnet_group.reporting.name
  vpc_security_group_ids      = [aws_security_group.reporting.id]
  backup_retention_period     = 1
  skip_final_snapshot         = true
}
