variable "name" {
  description = "Name of the bucket, of which there is one in the world"
  type        = string
}

variable "arn" {
  description = "The bucket's ARN, known before it is made"
  type        = string
}

variable "kms_key_arn" {
  description = "What files are encrypted with"
  type        = string
}

variable "log_bucket" {
  description = "Where it is written down who asked for what"
  type        = string
}

variable "keep_files_days" {
  description = "After how many days a file goes"
  type        = number
}

variable "keep_old_days" {
  description = "How many days a file that was replaced or removed can be had back"
  type        = number
}
