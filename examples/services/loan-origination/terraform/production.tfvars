environment         = "production"
vpc_id              = "vpc-0c51e8a1b7f3d2649"
vpc_cidr            = "10.40.0.0/16"
private_subnet_ids  = ["subnet-04b1d7a3c9e85f206", "subnet-0a6c2e94f18b37d50", "subnet-0e3f9b5d72a1c8464"]
database_subnet_ids = ["subnet-07d2a8f4e16b9c350", "subnet-0b95c3e7d1f04a682", "subnet-01e8f6b2a4c97d53e"]
public_subnet_ids   = ["subnet-0d6a1f8c3e92b7450", "subnet-03c9e5b7a1d48f260"]
image_digest        = "sha256:b3c1f07a9e5d42860d1f7b39e6a4c825f0e97d1b3a6c58e2d4f09b7a1c3e5d68"
on_call_topic_arn   = "arn:aws:sns:eu-central-1:111122223333:lending-on-call"
