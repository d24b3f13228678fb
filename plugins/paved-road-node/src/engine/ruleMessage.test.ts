import { splitRuleMessage } from './ruleMessage';

describe('splitRuleMessage', () => {
  it.each([
    [
      'Control Tower',
      '\n  [CT.S3.PR.1]: Require it\n  [FIX]: Set it.\n  ',
      { message: 'Require it', remediation: 'Set it.' },
    ],
    [
      'the AWS Guard rules registry',
      '\r\n    Violation: It is open\r\n    Fix: Close it\r\n',
      { message: 'It is open', remediation: 'Close it' },
    ],
    [
      'several lines',
      'One\ntwo\n[FIX]: three\nfour',
      { message: 'One\ntwo', remediation: 'three\nfour' },
    ],
    ['a message alone', ' It is open ', { message: 'It is open' }],
    ['an empty fix', 'Open\n[FIX]:', { message: 'Open' }],
    [
      'words that are no labels',
      'Fixtures: are needed [A]: yes',
      { message: 'Fixtures: are needed [A]: yes' },
    ],
  ])('understands %s', (_, text, expected) => {
    expect(splitRuleMessage(text)).toEqual(expected);
  });
});
