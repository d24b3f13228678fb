import { SaxesParser } from 'saxes';
import { bundle, hostile, report } from './__fixtures__/report';
import { toJunit } from './junit';

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Reads XML strictly: throws for what is not well-formed. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  const open: Element[] = [];
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', text => {
    if (open.length > 0) {
      open[open.length - 1].text += text;
    }
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

describe('toJunit', () => {
  const elements = elementsOf(toJunit(report, bundle));
  const named = (name: string) =>
    elements.filter(element => element.name === name);

  it('counts what blocks as failures and what is unknown as errors', () => {
    expect(named('testsuites')[0].attributes).toEqual({
      name: 'Paved Road',
      tests: '6',
      failures: '1',
      errors: '2',
      skipped: '1',
    });
    expect(named('testsuite').map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({ name: 'infra/a b.yaml', errors: '1' }),
      expect.objectContaining({ tests: '1', failures: '0', errors: '1' }),
    ]);
    expect(named('testcase').map(({ attributes }) => attributes.name)).toEqual([
      'acme/BLOCKS',
      'acme/ADVISES',
      'acme/OPEN',
      'acme/PASSES',
      'acme/SKIPS',
      'acme/BLOCKS',
    ]);
  });

  it('says where and why', () => {
    const [failure] = named('failure');
    expect(failure.attributes.message).toBe('Is <right> & "fine"');
    expect(failure.text).toContain('infra/a b.yaml:5:22 Logs: a<b> & "c"');
    expect(failure.text).toContain('Fix: Set A.');
    expect(named('system-out')[0].text).toContain('Consider it');
    expect(named('error').map(({ attributes }) => attributes.message)).toEqual([
      'The rule file is broken',
      'is not readable YAML at line 1, column 2',
    ]);
  });

  it('stays well-formed and whole, whatever strangers write into names', () => {
    const readable = ['\u0000', '\u001b', '\ud800', '\uffff'].reduce(
      (text, character) => text.replaceAll(character, '\ufffd'),
      hostile,
    );
    expect(named('testsuite')[1].attributes.name).toContain(readable);
  });

  it('is well-formed without any document', () => {
    expect(
      elementsOf(toJunit({ ...report, documents: [] }, bundle)),
    ).toHaveLength(1);
  });
});
