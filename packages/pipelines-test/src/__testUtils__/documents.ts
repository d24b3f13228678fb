/** Passes the bank's rules. */
export const goodTopic = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 400
`;

export const goodJson = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {
    Logs: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { RetentionInDays: 400 },
    },
  },
});

/** Blocks in production: a database that the internet reaches. */
export const badDatabase = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Books:
    Type: AWS::RDS::DBInstance
    Properties:
      PubliclyAccessible: true
`;
