import { httpUrl, lineUrl } from './httpUrl';

describe('httpUrl', () => {
  it('follows http and https', () => {
    expect(httpUrl('https://host.example/a?b#c')).toBe(
      'https://host.example/a?b#c',
    );
    expect(httpUrl('http://host.example')).toBe('http://host.example/');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '//host.example/protocol-relative',
    '/relative',
    'not a url',
    '',
    undefined,
  ])('does not follow %p', value => {
    expect(httpUrl(value)).toBeUndefined();
  });
});

describe('lineUrl', () => {
  it('points at the line', () => {
    expect(lineUrl('https://host.example/f.yaml', 7)).toBe(
      'https://host.example/f.yaml#L7',
    );
  });

  it('keeps an anchor that is there, and a file without a line', () => {
    expect(lineUrl('https://host.example/f.yaml#L3', 7)).toBe(
      'https://host.example/f.yaml#L3',
    );
    expect(lineUrl('https://host.example/f.yaml', undefined)).toBe(
      'https://host.example/f.yaml',
    );
    expect(lineUrl('javascript:alert(1)', 7)).toBeUndefined();
  });
});
