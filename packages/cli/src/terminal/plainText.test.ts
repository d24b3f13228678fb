import { plainText } from './plainText';

describe('plainText', () => {
  it('leaves nothing that a terminal obeys', () => {
    expect(plainText('a\u001b[31mb\u0007\u009bc\u0000')).toBe(
      'a\ufffd[31mb\ufffd\ufffdc\ufffd',
    );
    expect(plainText('safe\u202egpj.yaml')).toBe('safe\ufffdgpj.yaml');
  });

  it('keeps lines only where they are wanted', () => {
    expect(plainText('a\r\n\tb\rc')).toBe('a b c');
    expect(plainText('a\r\nb\tc', { keepLines: true })).toBe('a\nb c');
  });

  it('keeps what people write', () => {
    expect(plainText('Größe 漢字 🙂')).toBe('Größe 漢字 🙂');
  });
});
