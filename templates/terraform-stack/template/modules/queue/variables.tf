variable "name" {
  description = "Name of the queue; that of the dead letters ends in -dead"
  type        = string
}

variable "arn" {
  description = "The queue's ARN, known before it is made"
  type        = string
}

variable "account_id" {
  description = "The account that it is in"
  type        = string
}

variable "kms_key_arn" {
  description = "What messages are encrypted with"
  type        = string
}

variable "alarm_topic_arn" {
  description = "The topic that alarms go to"
  type        = string
}

variable "sending_service" {
  description = "The AWS service that sends messages"
  type        = string
}

variable "sending_source_arn" {
  description = "What of that service sends them"
  type        = string
}
