import { readCloudFormation } from './readCloudFormation';

describe('readCloudFormation', () => {
  it('writes the short forms out, and leaves dates and numbers as YAML has them', () => {
    expect(
      readCloudFormation(`
        Version: 2010-09-09
        A: !Ref B
        C: !GetAtt D.E.F
        G: !Sub "\${H}"
        I: !If [J, !Join ['', [k, l]], !Ref AWS::NoValue]
        M: !GetAtt [N, O]
        P: !Condition Q
      `),
    ).toEqual({
      Version: '2010-09-09',
      A: { Ref: 'B' },
      C: { 'Fn::GetAtt': ['D', 'E.F'] },
      G: { 'Fn::Sub': '${H}' },
      I: {
        'Fn::If': [
          'J',
          { 'Fn::Join': ['', ['k', 'l']] },
          { Ref: 'AWS::NoValue' },
        ],
      },
      M: { 'Fn::GetAtt': ['N', 'O'] },
      P: { Condition: 'Q' },
    });
  });

  it('leaves an attribute without a resource to whoever reads on', () => {
    expect(readCloudFormation('A: !GetAtt Bucket')).toEqual({
      A: { 'Fn::GetAtt': 'Bucket' },
    });
  });
});
