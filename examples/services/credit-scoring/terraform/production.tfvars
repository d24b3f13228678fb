environment        = "production"
vpc_id             = "vpc-0c51e8a1b7f3d2649"
private_subnet_ids = ["subnet-04b1d7a3c9e85f206", "subnet-0a6c2e94f18b37d50", "subnet-0e3f9b5d72a1c8464"]
artifact_version   = "T2vR8kQxN0s5mYcJ4bHfWg7pLzAeUd3i"
on_call_topic_arn  = "arn:aws:sns:eu-central-1:111122223333:lending-on-call"
