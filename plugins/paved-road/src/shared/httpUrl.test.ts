import { httpUrl, linkFrom, lineUrl } from './httpUrl';

const SCRIPT = ['javascript', 'alert(1)'].join(':');

describe('httpUrl', () => {
  it('follows http and https', () => {
    expect(httpUrl('https://host.example/a?b#c')).toBe(
      'https://host.example/a?b#c',
    );
    expect(httpUrl('http://host.example')).toBe('http://host.example/');
  });

  it.each([
    SCRIPT,
    SCRIPT.toUpperCase(),
    ` \u0001${SCRIPT}`,
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
    expect(lineUrl(SCRIPT, 7)).toBeUndefined();
  });
});

describe('linkFrom', () => {
  const file = 'https://host.example/blob/main/storage/rule.md';

  it('follows the web, and other files of the repository', () => {
    expect(linkFrom(file, 'https://x.example/a')).toBe('https://x.example/a');
    expect(linkFrom(file, '../README.md')).toBe(
      'https://host.example/blob/main/README.md',
    );
  });

  it('does not follow anything else', () => {
    expect(linkFrom(file, SCRIPT)).toBeUndefined();
    expect(linkFrom(undefined, '../README.md')).toBeUndefined();
    expect(linkFrom(SCRIPT, 'README.md')).toBeUndefined();
    expect(linkFrom(file, 'https://[')).toBeUndefined();
  });
});
