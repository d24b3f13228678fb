import { posix } from 'node:path';
import { evaluate, UNKNOWN } from './evaluate';
import { policyDocument } from './policyDocument';
import { Body, Declared } from './readConfiguration';

/** Says how Terraform treats a resource, and not what it is. */
const TREATMENT = ['depends_on', 'lifecycle'];

/** Makes several of one or runs something; nothing here knows what comes of it. */
const NOT_READ = ['count', 'for_each', 'dynamic', 'provider', 'provisioner'];

const POLICY = 'aws_iam_policy_document';

/** A module of a stack, with what it is given. */
export class StackModule {
  private readonly declared: Declared;
  private readonly children = new Map<string, StackModule>();

  constructor(
    private readonly configuration: Map<string, Declared>,
    private readonly directory: string,
    private readonly address: string,
    private readonly inputs: Body,
  ) {
    const declared = configuration.get(directory);
    if (!declared) {
      throw new Error(`There is no configuration in ${directory}`);
    }
    this.declared = declared;
  }

  /** `resource_changes` of a plan by which all of it is made. */
  changes(): object[] {
    const { resource, module } = this.declared;
    const own = Object.entries(resource).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, body]) => ({
        address: `${this.address}${type}.${name}`,
        mode: 'managed',
        type,
        name,
        provider_name: 'registry.terraform.io/hashicorp/aws',
        change: {
          actions: ['create'],
          before: null,
          after: evaluate(argumentsOf(body), this.resolve),
        },
      })),
    );
    const children = Object.keys(module).map(name => this.child(name));
    return [...own, ...children.flatMap(child => child.changes())];
  }

  private readonly resolve = (reference: string): unknown => {
    const [kind, name, attribute = '', more] = reference.split('.');
    switch (kind) {
      case 'var':
        return name in this.inputs
          ? this.inputs[name]
          : this.value(this.existing(this.declared.variable, name).default);
      case 'local':
        return this.value(this.existing(this.declared.locals, name));
      case 'module':
        return this.child(name).output(attribute);
      case 'data':
        return this.data(name, attribute, more);
      default: {
        const body = this.existing(this.declared.resource[kind] ?? {}, name);
        return attribute in body ? this.value(body[attribute]) : UNKNOWN;
      }
    }
  };

  private data(type: string, name: string, attribute: string): unknown {
    const body = this.existing(this.declared.data[type] ?? {}, name);
    if (type !== POLICY || attribute !== 'json') {
      throw new Error(`${type} asks an account, which a build has not`);
    }
    return policyDocument(evaluate(body, this.resolve));
  }

  private output(name: string): unknown {
    return this.value(this.existing(this.declared.output, name).value);
  }

  private child(name: string): StackModule {
    const known = this.children.get(name);
    if (known) {
      return known;
    }
    const { source, ...given } = this.existing(this.declared.module, name);
    const child = new StackModule(
      this.configuration,
      posix.join(this.directory, String(source)),
      `${this.address}module.${name}.`,
      Object.fromEntries(
        Object.entries(given).map(([key, value]) => [key, this.value(value)]),
      ),
    );
    this.children.set(name, child);
    return child;
  }

  private value(written: unknown): unknown {
    return written === undefined ? UNKNOWN : evaluate(written, this.resolve);
  }

  private existing<T>(blocks: Record<string, T>, name: string): T {
    if (!(name in blocks)) {
      throw new Error(`${this.address}${name} is named and not declared`);
    }
    return blocks[name];
  }
}

function argumentsOf(body: Body): Body {
  const unread = NOT_READ.filter(name => name in body);
  if (unread.length > 0) {
    throw new Error(`${unread} is not read here`);
  }
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !TREATMENT.includes(name)),
  );
}
