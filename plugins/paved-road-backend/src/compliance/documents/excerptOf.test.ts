import { excerptOf } from './excerptOf';

const text = Array.from({ length: 20 }, (_, n) => `line ${n + 1}`).join('\n');

describe('excerptOf', () => {
  it('shows five lines around one, fewer at either end', () => {
    expect(excerptOf(text, 10)).toEqual({
      startLine: 5,
      lines: Array.from({ length: 11 }, (_, n) => `line ${n + 5}`),
    });
    expect(excerptOf(text, 1)).toMatchObject({ startLine: 1 });
    expect(excerptOf(text, 1)?.lines).toHaveLength(6);
    expect(excerptOf(text, 20)?.lines).toHaveLength(6);
  });

  it('has nothing for a line that is not there', () => {
    expect(excerptOf(text, 21)).toBeUndefined();
  });

  it('counts lines of Windows as lines', () => {
    expect(excerptOf('a\r\nb\r\nc', 2)?.lines).toEqual(['a', 'b', 'c']);
  });

  it('cuts what is too long and replaces what cannot be shown', () => {
    const lines = excerptOf(
      `a\u0000\u001b[31mb\tc\n${'x'.repeat(9_999)}`,
      1,
    )?.lines;
    expect(lines?.[0]).toBe('a\ufffd\ufffd[31mb\tc');
    expect(lines?.[1]).toHaveLength(501);
  });
});
