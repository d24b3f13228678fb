// Stands in for AWS's command line, as far as the pipelines call it. What it has
// lies in $FAKE_AWS/state.json; `script` in there says what is to go wrong.
import {
  appendFileSync,
  copyFileSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

if (process.argv[2] === 'ecr') {
  process.stdout.write('registry-password');
  process.exit(0);
}
const home = process.env.FAKE_AWS;
const file = join(home, 'state.json');
const state = JSON.parse(readFileSync(file, 'utf8'));
const [service, operation, , , , text, ...more] = process.argv.slice(2);
const input = JSON.parse(text);
const { script } = state;

function fail(message) {
  process.stderr.write(`\nAn error occurred: ${message}\n`);
  process.exit(254);
}

const stackOf = name =>
  Object.values(state.stacks).find(
    stack => stack.StackId === name || stack.StackName === name,
  );
const idOf = name =>
  `arn:aws:cloudformation:eu-central-1:444455556666:stack/${name}/${
    Object.keys(state.stacks).length
  }`;
// The command line gives JSON templates as objects.
function given(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
function bodyOf({ TemplateBody, TemplateURL }) {
  if (TemplateBody !== undefined) {
    return TemplateBody;
  }
  const key = TemplateURL.split('.amazonaws.com/')[1];
  return readFileSync(join(home, state.objects[key]), 'utf8');
}

const operations = {
  'cloudformation get-template-summary': () => {
    const template = parse(bodyOf(input), { logLevel: 'silent' });
    const resources = Object.values(template.Resources ?? {});
    return {
      DeclaredTransforms: [template.Transform ?? []].flat(),
      ResourceTypes: [...new Set(resources.map(({ Type }) => Type))],
      Parameters: Object.entries(template.Parameters ?? {}).map(
        ([ParameterKey, { Default }]) => ({
          ParameterKey,
          ...(Default !== undefined && { DefaultValue: String(Default) }),
        }),
      ),
    };
  },
  'cloudformation describe-stacks': () => {
    const stack = stackOf(input.StackName);
    return stack
      ? { Stacks: [stack] }
      : fail(`Stack with id ${input.StackName} does not exist`);
  },
  'cloudformation create-change-set': () => {
    const { StackName: name } = input;
    const body = bodyOf(input);
    const stack = (state.stacks[name] ??= {
      StackName: name,
      StackId: idOf(name),
      StackStatus: 'REVIEW_IN_PROGRESS',
    });
    state.changes[`${name}/${input.ChangeSetName}`] = { ...input, body };
    return { StackId: stack.StackId, Id: 'arn:change' };
  },
  'cloudformation describe-change-set': () => {
    const { body } = state.changes[`${input.StackName}/${input.ChangeSetName}`];
    if (state.templates[input.StackName] === body) {
      return {
        Status: 'FAILED',
        StatusReason:
          "The submitted information didn't contain changes. Submit different information to create a change set.",
      };
    }
    if (script.hook?.[input.StackName]) {
      return { Status: 'FAILED', StatusReason: script.hook[input.StackName] };
    }
    return { Status: 'CREATE_COMPLETE' };
  },
  'cloudformation delete-change-set': () => {
    delete state.changes[`${input.StackName}/${input.ChangeSetName}`];
    return undefined;
  },
  'cloudformation get-template': () => {
    const change = state.changes[`${input.StackName}/${input.ChangeSetName}`];
    const body = input.ChangeSetName
      ? script.macro ?? change.body
      : state.templates[input.StackName];
    return { TemplateBody: given(body) };
  },
  'cloudformation execute-change-set': () => {
    const { StackName: name } = input;
    const stack = state.stacks[name];
    if (script.fails?.includes(name)) {
      if (state.templates[name]) {
        stack.StackStatus = 'UPDATE_ROLLBACK_COMPLETE';
      } else {
        // Gone, and found by its id alone.
        delete state.stacks[name];
        state.stacks[stack.StackId] = {
          StackId: stack.StackId,
          StackStatus: 'DELETE_COMPLETE',
        };
      }
      return undefined;
    }
    stack.StackStatus = state.templates[name]
      ? 'UPDATE_COMPLETE'
      : 'CREATE_COMPLETE';
    state.templates[name] =
      script.changedBehind?.[name] ??
      state.changes[`${name}/${input.ChangeSetName}`].body;
    return undefined;
  },
  'cloudformation describe-stack-events': () => ({
    StackEvents: [
      {
        LogicalResourceId: 'Bucket',
        ResourceStatus: 'CREATE_FAILED',
        ResourceStatusReason: 'The name is taken',
      },
    ],
  }),
  's3api put-object': () => {
    const [, place] = more;
    const name = `object-${Object.keys(state.objects).length}`;
    copyFileSync(place, join(home, name));
    state.objects[input.Key] = name;
    return {};
  },
  's3api get-object': () => {
    copyFileSync(join(home, state.objects[input.Key]), more[0]);
    return {};
  },
  's3api head-object': () => {
    if (!state.objects[input.Key]) {
      fail('Not Found (404)');
    }
    return { Metadata: state.metadata?.[input.Key] ?? {} };
  },
  'sts assume-role': () => ({
    Credentials: {
      AccessKeyId: 'ASIATERRAFORM',
      SecretAccessKey: 'secret-of-terraform',
      SessionToken: 'token-of-terraform',
    },
  }),
  'codebuild batch-get-builds': () => ({
    builds: state.builds.filter(({ id }) => input.ids.includes(id)),
  }),
};

appendFileSync(
  join(home, 'calls.jsonl'),
  `${JSON.stringify({ call: `${service} ${operation}`, input })}\n`,
);
const answer = operations[`${service} ${operation}`]();
if (input.Metadata) {
  state.metadata = { ...state.metadata, [input.Key]: input.Metadata };
}
writeFileSync(file, JSON.stringify(state));
if (answer !== undefined) {
  process.stdout.write(JSON.stringify(answer));
}
