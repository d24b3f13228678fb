import { readText, ruleFile } from '../__testUtils__/inputs';
import { GuardEngine } from './GuardEngine';

jest.setTimeout(60_000);

const secret = 'hunter2';

/** With the secret wherever the engine could quote a value. */
const template = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: ${secret}
      Names: [${secret}, '[Path=/Resources/Fake[L:0,C:0] Value=x]']
      Size: 3
      Empty: {}
  Odd [L:9,C:9] name:
    Type: AWS::S3::Bucket
`;

async function findingsOf(rule: string, content: string | Uint8Array) {
  const document = readText(content);
  const file = ruleFile(`
    let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
    ${rule}`);
  const [evaluation] = await new GuardEngine({ processes: 1 }).evaluate({
    tasks: [{ document, files: [file] }],
  });
  expect(JSON.stringify(evaluation)).not.toContain(secret);
  const { verdict, findings } = evaluation.outcomes[file.ruleNames[0]];
  expect(verdict).toBe('fail');
  return findings;
}

const accessControl = {
  resource: 'Logs',
  propertyPath: '/Resources/Logs/Properties/AccessControl',
  line: 6,
  column: 22,
};

describe('findings', () => {
  it('take the message and the remediation of the rule', async () => {
    const findings = await findingsOf(
      `rule a when %buckets !empty {
         Resources.Logs.Properties.AccessControl not exists
           <<
           [CT.S3.PR.1]: Leave access control
             lists out
           [FIX]: Remove 'AccessControl'.
           >>
       }`,
      template,
    );
    expect(findings).toEqual([
      {
        ...accessControl,
        message: 'Leave access control\nlists out',
        remediation: "Remove 'AccessControl'.",
      },
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['line ends of Windows', Buffer.from(template.replaceAll('\n', '\r\n'))],
    ['a byte order mark', Buffer.from(`\ufeff${template}`)],
    ['UTF-16', Buffer.from(`\ufeff${template}`, 'utf16le')],
  ])('name the place with %s', async (_, content) => {
    const findings = await findingsOf(
      `rule a { Resources.Logs.Properties.AccessControl == 'x' <<m>> }`,
      content,
    );
    expect(findings).toEqual([{ ...accessControl, message: 'm' }]);
  });

  it('name the place in JSON', async () => {
    const findings = await findingsOf(
      `rule a { Resources.*.Properties.Name == 'x' <<m>> }`,
      `{\n  "Resources": {\n    "Logs": {\n      "Type": "T", "Properties": { "Name": "${secret}" }\n    }\n  }\n}`,
    );
    expect(findings).toEqual([
      {
        resource: 'Logs',
        propertyPath: '/Resources/Logs/Properties/Name',
        line: 4,
        column: 44,
        message: 'm',
      },
    ]);
  });

  it('name where the way to a missing property ends', async () => {
    const findings = await findingsOf(
      `rule a { Resources.Logs.Properties.Encryption.Key exists <<m>> }`,
      template,
    );
    expect(findings).toEqual([
      {
        resource: 'Logs',
        propertyPath: '/Resources/Logs/Properties',
        line: 6,
        column: 7,
        message: 'm',
      },
    ]);
  });

  it('are not misled by names that look like places', async () => {
    const findings = await findingsOf(
      `rule a { Resources.'Odd [L:9,C:9] name'.Properties exists <<m>> }`,
      template,
    );
    expect(findings).toEqual([
      {
        resource: 'Odd [L:9,C:9] name',
        propertyPath: '/Resources/Odd [L:9,C:9] name',
        line: 11,
        column: 5,
        message: 'm',
      },
    ]);
  });

  it('are given once for each place and message', async () => {
    const findings = await findingsOf(
      `rule a {
         Resources.Logs.Properties.AccessControl == 'x' <<m>>
         Resources.Logs.Properties.AccessControl == 'y' <<m>>
         Resources.Logs.Properties.AccessControl == 'y' <<n>>
       }`,
      template,
    );
    expect(findings.map(({ message }) => message)).toEqual(['m', 'n']);
  });

  it('give the message of alternatives to each of them', async () => {
    const findings = await findingsOf(
      `rule a {
         Resources.Logs.Properties.AccessControl == 'x' or
         Resources.Logs.Properties.Size > 5 <<m>>
       }`,
      template,
    );
    expect(findings).toEqual([
      { ...accessControl, message: 'm' },
      expect.objectContaining({
        propertyPath: '/Resources/Logs/Properties/Size',
        line: 8,
        column: 13,
        message: 'm',
      }),
    ]);
  });

  it('give the message of the call to what a called rule finds', async () => {
    const findings = await findingsOf(
      `rule a when %buckets !empty { check(%buckets.Properties) <<of the call>> }
       rule check(properties) {
         %properties {
           AccessControl == 'x'
           Size == 4 <<of the clause>>
         }
       }`,
      template,
    );
    expect(
      findings.map(({ resource, propertyPath, message }) => [
        resource,
        propertyPath,
        message,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['Logs', accessControl.propertyPath, 'of the call'],
        ['Logs', '/Resources/Logs/Properties/Size', 'of the clause'],
        ['Odd [L:9,C:9] name', '/Resources/Odd [L:9,C:9] name', 'of the call'],
      ]),
    );
  });

  it('say what was asked for, and no value, where the rule says nothing', async () => {
    const findings = await findingsOf(
      `rule a {
         Resources.Logs.Properties.AccessControl == 'Private'
         Resources.Logs.Properties.Names.* == 'x'
         Resources.Logs.Properties.Names[*] in ['x', 'y']
         Resources.Logs.Properties.AccessControl == Resources.Logs.Properties.Size
         Resources.Logs.Properties.Encryption exists
         Resources.Logs.Properties.Empty !empty
         Resources.Logs.Properties.Names empty
         Resources.Logs.Properties.Names.* == /^x/
         Resources.*.Properties { Missing { Key exists } }
       }`,
      template,
    );
    expect(findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'Not as required: Resources.Logs.Properties.AccessControl EQUALS "Private"',
        'Encryption is missing',
        'Missing is missing',
      ]),
    );
    expect(findings.every(({ line }) => line !== undefined)).toBe(true);
  });

  it('name the address in a Terraform plan', async () => {
    const findings = await findingsOf(
      `rule a { resource_changes[ type == 'aws_db_instance' ].change.after.password not exists <<m>> }`,
      JSON.stringify(
        {
          format_version: '1.2',
          resource_changes: [
            { address: 'aws_x.y', type: 'aws_x', change: {} },
            {
              address: 'module.db.aws_db_instance.main[0]',
              type: 'aws_db_instance',
              change: { after: { password: secret } },
            },
          ],
        },
        undefined,
        1,
      ),
    );
    expect(findings).toEqual([
      {
        resource: 'module.db.aws_db_instance.main[0]',
        propertyPath: '/resource_changes/1/change/after/password',
        line: 14,
        column: 18,
        message: 'm',
      },
    ]);
  });
});
