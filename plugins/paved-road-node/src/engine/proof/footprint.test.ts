import { proveFootprint } from './footprint';

const buckets = `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]`;
const rule = 'rule a when %buckets !empty { %buckets.Properties.A exists }';

describe('proveFootprint', () => {
  const s3 = ['AWS::S3::Bucket'];

  it.each<[string, string, string[]]>([
    ['a selection by type', `${buckets}\n${rule}`, s3],
    [
      'a selection without the star',
      `let buckets = Resources[ Type == 'AWS::S3::Bucket' ]\n${rule}`,
      s3,
    ],
    [
      'two selections',
      `${buckets}
       let queues = Resources.*[ Type in ['A::B::C', 'D::E::F'] ]
       ${rule}
       rule b when %queues !empty { %queues.Properties.B exists }`,
      [...s3, 'A::B::C', 'D::E::F'],
    ],
    [
      'properties of a selection',
      `let names = Resources.*[ Type == 'AWS::S3::Bucket' ].Properties[ A exists ].*[ B == 1 ]
       rule a when %names !empty { %names { this.C exists or keys == /D/ } }`,
      s3,
    ],
    [
      'another section',
      `${buckets}
       let parameters = Parameters.*
       rule a when %buckets !empty { %parameters.Type exists }`,
      s3,
    ],
    [
      'the form of Control Tower',
      `let TYPE = "AWS::S3::Bucket"
       let DOCUMENT = this
       let b = Resources.*[ Type == %TYPE ]
       rule a when is_template(%DOCUMENT)
                   %b not empty { check(%b.Properties) << [FIX]: } >> }
       rule a when is_hook(%DOCUMENT, %TYPE) { check(%DOCUMENT.%TYPE.resourceProperties) }
       rule check(x) { %x { A exists
         B[*] { this.C == this.D.* } } }
       rule is_template(doc) { %doc { AWSTemplateFormatVersion exists or Resources exists } }
       rule is_hook(doc, type) { %doc.%type.resourceProperties exists }`,
      s3,
    ],
    [
      'a source that looks at no resource',
      'rule a { Parameters.A exists }',
      [],
    ],
  ])('understands %s', (_, source, types) => {
    expect(proveFootprint(source)).toEqual(types);
  });

  it.each<[string, string]>([
    ['all resources', `${buckets}\nlet all = Resources.*\n${rule}`],
    [
      'all resources in a rule',
      `${buckets}\nrule a { Resources.*.Type exists }`,
    ],
    [
      'all resources within a condition',
      `${buckets}\nrule a when Resources exists { %buckets.A exists }`,
    ],
    [
      'the resources in another case',
      `${buckets}\nrule a when %buckets !empty { resources.*.B exists }`,
    ],
    [
      'the resources in quotes',
      `${buckets}\nrule a when %buckets !empty { 'Resources'.*.B exists }`,
    ],
    [
      'the resources through a variable',
      `${buckets}\nlet section = 'Resources'
       rule a when %buckets !empty { this.%section.*.B exists }`,
    ],
    [
      'the resources through a parameter',
      `${buckets}\nrule a when %buckets !empty { b('Resources') }
       rule b(section) { this.%section.*.B exists }`,
    ],
    [
      'the resources by their plural',
      `${buckets}\nrule a when %buckets !empty { Resourceses.*.B exists }`,
    ],
    [
      'the resources through a parameter that hides a constant',
      `${buckets}\nlet all = this\nlet key = 'Parameters'
       rule a when %buckets !empty { %buckets.Properties { b(this.C) } }
       rule b(key) { %all.%key.*.B exists }`,
    ],
    [
      'the resources through a variable that hides a constant',
      `${buckets}\nlet all = this\nlet key = 'Parameters'
       rule a when %buckets !empty {
         let key = %buckets.Properties.C
         %all.%key.*.B exists
       }`,
    ],
    [
      'the whole document',
      `${buckets}\nlet all = this\nrule a when %buckets !empty { %all.*.B exists }`,
    ],
    [
      'the whole document as a parameter',
      `${buckets}\nlet all = this
       rule a when %buckets !empty { b(%all) }
       rule b(document) { %document.*.*.B exists }`,
    ],
    [
      'the whole document by a star',
      `${buckets}\nrule a when %buckets !empty { *.*.B exists }`,
    ],
    [
      'the whole document by this',
      `${buckets}\nrule a when %buckets !empty { this.*.*.B exists }`,
    ],
    [
      'this within a block of conditions',
      `${buckets}\nrule a when %buckets !empty { when Parameters exists { this.*.*.B exists } }`,
    ],
    [
      'the keys of the document',
      `${buckets}\nrule a when %buckets !empty { keys == /^R/ }`,
    ],
    [
      'the number of all resources',
      `${buckets}\nlet number = count(Resources.*)\n${rule}`,
    ],
    [
      'resources by a block of a type',
      `${buckets}\nrule a { AWS::S3::Bucket { Properties.A exists } }`,
    ],
    [
      'resources that are not of a type',
      `let others = Resources.*[ Type != 'AWS::S3::Bucket' ]
       rule a when %others !empty { %others.A exists }`,
    ],
    [
      'resources of a type or with a property',
      `let some = Resources.*[ Type == 'A::B::C' or Properties.A exists ]
       rule a when %some !empty { %some.A exists }`,
    ],
    [
      'resources by a type somewhere in them',
      `let some = Resources.*[ Properties.Type == 'A::B::C' ]
       rule a when %some !empty { %some.A exists }`,
    ],
    [
      'resources by a pattern',
      `let some = Resources.*[ Type == /Bucket/ ]
       rule a when %some !empty { %some.A exists }`,
    ],
    [
      'resources by their keys',
      `let some = Resources[ keys == /^A/ ]
       rule a when %some !empty { %some.A exists }`,
    ],
    [
      'a selection within a rule',
      `${buckets}\nrule a when %buckets !empty {
         let others = Resources.*[ Type == 'D::E::F' ]
         %others empty
       }`,
    ],
    ['what does not parse', `${buckets}\nrule a {`],
  ])('proves nothing of a source that reaches %s', (_, source) => {
    expect(proveFootprint(source)).toBeUndefined();
  });
});
