import { proveRequirements } from './requirements';

const buckets = `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]`;
const rule = 'rule a when %buckets !empty { %buckets.A exists }';

describe('proveRequirements', () => {
  const s3 = [[['AWS::S3::Bucket']]];

  it.each<[string, string, string[][][]]>([
    ['a selection by type', `${buckets}\n${rule}`, s3],
    ['a selection after its use', `${rule}\n${buckets}`, s3],
    [
      'not empty in words',
      `${buckets}\nrule a when %buckets not empty { b exists }`,
      s3,
    ],
    [
      'a type in a variable',
      `let type = "AWS::S3::Bucket"
       let b = Resources.*[ Type == %type ]
       rule a when %b NOT EMPTY { c exists }`,
      s3,
    ],
    [
      'several types',
      `let b = Resources.*[ Type in ['A::B::C', 'D::E::F'] ]
       rule a when %b !empty { c exists }`,
      [[['A::B::C', 'D::E::F']]],
    ],
    [
      'several types in a variable',
      `let types = ['A::B::C', 'D::E::F']
       let b = Resources.*[ Type IN %types ]
       rule a when %b !empty { c exists }`,
      [[['A::B::C', 'D::E::F']]],
    ],
    [
      'types joined by or',
      `let b = Resources.*[ Type == 'A::B::C' or Type == 'D::E::F' ]
       rule a when %b !empty { c exists }`,
      [[['A::B::C', 'D::E::F']]],
    ],
    [
      'the form of the AWS Guard rules registry',
      `let b = Resources.*[ Type == 'AWS::S3::Bucket'
         Metadata.cfn_nag.rules_to_suppress not exists or
         Metadata.cfn_nag.rules_to_suppress.*.id != "W35"
         Metadata.guard.SuppressedRules not exists or
         Metadata.guard.SuppressedRules.* != "A"
       ]
       rule a when %b !empty { c exists <<
         Violation: rule other { x exists }
         Fix: 'it
       >> }`,
      s3,
    ],
    [
      'a Terraform plan',
      `let b = resource_changes[ type == 'aws_s3_bucket' ]
       rule a when %b !empty { %b.change.after.acl == 'private' }`,
      [[['aws_s3_bucket']]],
    ],
    [
      'properties of a selection',
      `let b = some Resources.*[ Type == 'AWS::S3::Bucket' ].Properties[ A exists ].B
       rule a when %b !empty { c exists }`,
      s3,
    ],
    [
      'two conditions of which both must hold',
      `${buckets}
       let queues = Resources.*[ Type == 'AWS::SQS::Queue' ]
       rule a when %buckets !empty %queues !empty { b exists }`,
      [[['AWS::S3::Bucket'], ['AWS::SQS::Queue']]],
    ],
    [
      'two conditions of which one must hold',
      `${buckets}
       let queues = Resources.*[ Type == 'AWS::SQS::Queue' ]
       rule a when %buckets !empty or %queues !empty { b exists }`,
      [[['AWS::S3::Bucket', 'AWS::SQS::Queue']]],
    ],
    [
      'two rules',
      `${buckets}\n${rule}
       let queues = Resources.*[ Type == 'AWS::SQS::Queue' ]
       rule b when %queues !empty { c exists }`,
      [[['AWS::S3::Bucket']], [['AWS::SQS::Queue']]],
    ],
    [
      'the form of Control Tower',
      `let TYPE = "AWS::S3::Bucket"
       let DOCUMENT = this
       let b = Resources.*[ Type == %TYPE ]
       rule a when is_template(%DOCUMENT)
                   %b not empty { check(%b.Properties) << [FIX]: } >> }
       rule a when is_hook(%DOCUMENT, %TYPE) { check(%DOCUMENT.%TYPE.resourceProperties) }
       rule check(x) { %x { A exists } }
       rule is_template(doc) { %doc { AWSTemplateFormatVersion exists or Resources exists } }
       rule is_hook(doc, type) { %doc.%type.resourceProperties exists }`,
      [[['AWS::S3::Bucket']], [['AWS::S3::Bucket']]],
    ],
    [
      'comments that look like rules',
      `# rule b { c exists }\n${buckets}\n${rule} # }`,
      s3,
    ],
    [
      'strings and expressions that look like rules',
      `${buckets}
       rule a when %buckets !empty {
         b == 'rule c { d exists }' or
         b == "it's \\" }" or
         b == /}'"#\\/{/
       }`,
      s3,
    ],
    ['no rule at all', `${buckets}\nrule a(b) { %b exists }`, []],
  ])('understands %s', (_, source, requirements) => {
    expect(proveRequirements(source)).toEqual(requirements);
  });

  it.each([
    ['a rule without conditions', 'rule a { Resources exists }'],
    [
      'a rule without conditions beside one with',
      `${buckets}\n${rule}\nrule b { Resources exists }`,
    ],
    ['a clause outside of rules', `${buckets}\n${rule}\nResources exists`],
    [
      'a clause between assignments',
      `let x = 5\nResources exists\n${buckets}\n${rule}`,
    ],
    [
      'a clause after an assignment of a word',
      `let x = trueResources exists\n${buckets}\n${rule}`,
    ],
    [
      'a block of a type outside of rules',
      `${buckets}\n${rule}\nAWS::S3::Bucket { Properties exists }`,
    ],
    [
      'a rule that must be empty',
      `${buckets}\nrule a when %buckets empty { b exists }`,
    ],
    [
      'a condition that is negated',
      `${buckets}\nrule a when not %buckets empty { b exists }`,
    ],
    [
      'another rule as a condition',
      `${buckets}\n${rule}\nrule b when a { c exists }`,
    ],
    [
      'another rule beside the selection, which may end in an error',
      `${buckets}\n${rule}\nrule b when a %buckets !empty { c exists }`,
    ],
    [
      'a part of the selection',
      `${buckets}\nrule a when %buckets.Properties !empty { b exists }`,
    ],
    [
      'a variable that nobody declares',
      'rule a when %buckets !empty { b exists }',
    ],
    [
      'a variable that is declared twice',
      `${buckets}\nlet buckets = Resources.*\n${rule}`,
    ],
    [
      'a variable that is declared in the rule',
      'rule a when %b !empty { let b = Resources.*[ Type == "A" ]\n c exists }',
    ],
    ['a selection of everything', `let buckets = Resources.*\n${rule}`],
    [
      'a selection by an expression',
      `let buckets = Resources.*[ Type == /S3/ ]\n${rule}`,
    ],
    [
      'a selection by several expressions',
      `let buckets = Resources.*[ Type in ['A', /S3/] ]\n${rule}`,
    ],
    [
      'a selection of another type',
      `let buckets = Resources.*[ Type != 'AWS::S3::Bucket' ]\n${rule}`,
    ],
    [
      'a selection not in some types',
      `let buckets = Resources.*[ Type not in ['AWS::S3::Bucket'] ]\n${rule}`,
    ],
    [
      'a selection that a type alone does not decide',
      `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' or Public exists ]\n${rule}`,
    ],
    [
      'a selection with a clause that may end in an error',
      `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' Size empty ]\n${rule}`,
    ],
    [
      'a selection by a type that the document names',
      `let type = Parameters.Type\nlet buckets = Resources.*[ Type == %type ]\n${rule}`,
    ],
    [
      'a selection by keys',
      `let buckets = Resources[ keys == 'AWS::S3::Bucket' ]\n${rule}`,
    ],
    [
      'a selection within a selection',
      `let buckets = Resources.*[ Tags[ Key == 'A' ].Value == 'B' ]\n${rule}`,
    ],
    [
      'a selection by any of several values',
      `let buckets = Resources.*[ Tags.*.Key == 'A' ]\n${rule}`,
    ],
    ['what a function answers', `let buckets = count(Resources.*)\n${rule}`],
    [
      'a range, whose ends may be quotes',
      `${buckets}\n${rule}\nrule b when c in r(',d) { e exists } rule f when %buckets !empty { g == ',' }`,
    ],
    [
      'a block that does not end',
      `${buckets}\nrule a when %buckets !empty { b exists`,
    ],
    ['a text that does not end', `${buckets}\n${rule}\n'`],
    ['characters of other alphabets', `${buckets}\n${rule}\nrulé`],
    [
      'a parameterised rule of another form',
      `${buckets}
       rule a when check(this) %buckets !empty { b exists }
       rule check(doc) { %doc.Resources.A empty }`,
    ],
    [
      'a parameterised rule that is declared twice',
      `${buckets}
       rule a when check(this) %buckets !empty { b exists }
       rule check(doc) { %doc { A exists } }
       rule check(doc) { %doc.Resources.A empty }`,
    ],
    [
      'a parameterised rule that takes what is not the document',
      `${buckets}
       rule a when check(%buckets) %buckets !empty { b exists }
       rule check(doc) { %doc { A exists } }`,
    ],
  ])('makes a rule run for %s', (_, source) => {
    expect(proveRequirements(source)).toBeUndefined();
  });
});
