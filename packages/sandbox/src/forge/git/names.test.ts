import { isRefName, isRepositoryId, repositoryPath } from './names';

describe('isRepositoryId', () => {
  it.each([
    ['meridian', 'payments-api'],
    ['Meridian', 'a.b_c-1'],
  ])('accepts %s/%s', (owner, name) => {
    expect(isRepositoryId({ owner, name })).toBe(true);
  });

  it.each([
    ['', 'x'],
    ['meridian', ''],
    ['..', 'x'],
    ['meridian', '..'],
    ['meridian', 'a/b'],
    ['meridian', 'a\\b'],
    ['meridian', '-option'],
    ['meridian', '.hidden'],
    ['meridian', 'a..b'],
    ['meridian', 'x.git'],
    ['meridian', 'x.lock'],
    ['meridian', 'x\n'],
    ['meridian', 'x\0'],
    ['meridian', 'a'.repeat(101)],
    ['api', 'v3'],
    ['RAW', 'x'],
    ['_sandbox', 'x'],
  ])('refuses %j/%j', (owner, name) => {
    expect(isRepositoryId({ owner, name })).toBe(false);
  });
});

describe('isRefName', () => {
  it.each(['main', 'fix/encryption', 'v1.2.3', 'a'.repeat(40), 'grün'])(
    'accepts %s',
    ref => {
      expect(isRefName(ref)).toBe(true);
    },
  );

  it.each([
    '',
    '@',
    '-f',
    '--upload-pack=x',
    'a..b',
    'main^{commit}',
    'main~1',
    'main:path',
    'a b',
    'a\nb',
    'a\0b',
    'a//b',
    '/a',
    'a/',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'a.',
    'main@{1}',
    'a*',
    'a?',
    'a[b',
    'a\\b',
    'a'.repeat(251),
  ])('refuses %j', ref => {
    expect(isRefName(ref)).toBe(false);
  });
});

describe('repositoryPath', () => {
  it.each([
    ['', ''],
    ['/', ''],
    ['infra', 'infra'],
    ['/infra/', 'infra'],
    ['a b/ü.yaml', 'a b/ü.yaml'],
    [':(top)x', ':(top)x'],
    ['-x', '-x'],
    ['.github/workflows/ci.yml', '.github/workflows/ci.yml'],
  ])('reads %j as %j', (given, path) => {
    expect(repositoryPath(given)).toBe(path);
  });

  it.each([
    '..',
    '../x',
    'a/../b',
    'a/./b',
    'a//b',
    '//a',
    '.git/config',
    'a/.GIT/config',
    'a\nb',
    'a\0b',
    'a'.repeat(2_001),
  ])('refuses %j', given => {
    expect(repositoryPath(given)).toBeUndefined();
  });
});
