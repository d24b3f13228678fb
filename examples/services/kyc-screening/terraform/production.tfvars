environment       = "production"
on_call_topic_arn = "arn:aws:sns:eu-central-1:111122223333:customer-data-on-call"
