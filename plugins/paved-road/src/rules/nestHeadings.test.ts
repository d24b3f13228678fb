import { nestHeadings } from './nestHeadings';

describe('nestHeadings', () => {
  it('moves headings below those of the page, never past the sixth', () => {
    expect(nestHeadings('# Why\ntext # no\n### Deep\n###### Six', 3)).toBe(
      '#### Why\ntext # no\n###### Deep\n###### Six',
    );
  });

  it('leaves code alone, and comes back after it', () => {
    const code = '```sh\n# a comment\n```\n~~~~\n# another\n~~~\n# still\n~~~~';
    expect(nestHeadings(`${code}\n# Heading`, 3)).toBe(`${code}\n#### Heading`);
  });

  it('takes #tag and #1 for what they are', () => {
    expect(nestHeadings('#tag and #1', 3)).toBe('#tag and #1');
  });
});
