import { PAYMENTS, PLATFORM, useWrite } from './__testUtils__/useWrite';

describe('the code owners that paved-road:pipeline:write writes', () => {
  const { run, read, workspace } = useWrite();
  const catalog = { 'catalog-info.yaml': PAYMENTS };

  it.each([
    ['* @meridian/payments\n', `* @meridian/payments\n\n${PLATFORM}`],
    ['* @meridian/payments', `* @meridian/payments\n\n${PLATFORM}`],
    ['', PLATFORM],
    [`${PLATFORM}* @mia\n`, `* @mia\n\n${PLATFORM}`],
    [
      `a @mia\n\n${PLATFORM}\n/.github/ @mia\n`,
      `a @mia\n\n\n/.github/ @mia\n\n${PLATFORM}`,
    ],
    ['/CODEOWNERS @mia\n', `/CODEOWNERS @mia\n\n${PLATFORM}`],
    ['* @mia\r\n', `* @mia\n\n${PLATFORM}`.replace(/\n/g, '\r\n')],
  ])('come last in %j', async (before, after) => {
    workspace.setContent({ ...catalog, CODEOWNERS: before });
    const { error } = await run();
    expect(error).toBeUndefined();
    expect(read('CODEOWNERS')).toBe(after);
    await run();
    expect(read('CODEOWNERS')).toBe(after);
  });

  it('stay as they are where they count already', async () => {
    const text = `* @mia\n${PLATFORM.replace(/ @/g, '\t@')}\n# The end\n\n`;
    workspace.setContent({ ...catalog, CODEOWNERS: text });
    await run();
    expect(read('CODEOWNERS')).toBe(text);
  });

  it('go to the place that GitHub heeds first', async () => {
    workspace.setContent({
      ...catalog,
      '.github/CODEOWNERS': '* @mia\n',
      CODEOWNERS: '* @priya\n',
      'docs/CODEOWNERS': '* @jonas\n',
    });
    const { output } = await run();
    expect(read('.github/CODEOWNERS')).toBe(`* @mia\n\n${PLATFORM}`);
    expect(read('CODEOWNERS')).toBe('* @priya\n');
    expect(output.files).toContain('.github/CODEOWNERS');
  });

  it('come out of docs with what the team has there', async () => {
    workspace.setContent({ ...catalog, 'docs/CODEOWNERS': '* @jonas\n' });
    const { log } = await run();
    expect(read('CODEOWNERS')).toBe(`* @jonas\n\n${PLATFORM}`);
    expect(read('docs/CODEOWNERS')).toBe('* @jonas\n');
    expect(log[0]).toMatch(/^warn: docs\/CODEOWNERS: .* take it away/);
  });
});
