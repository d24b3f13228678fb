output "url" {
  value = aws_sqs_queue.work.url
}

output "arn" {
  value = aws_sqs_queue.work.arn
}

output "dead_letters_url" {
  value = aws_sqs_queue.dead_letters.url
}
