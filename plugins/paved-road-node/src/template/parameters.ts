import { z } from 'zod';
import { InputError } from '@backstage/errors';
import { isRecord } from '../documents/isRecord';
import { isMacro } from './functions/intrinsics';
import { isDynamic, kept, known, later, Resolved } from './resolved';

const parameterSchema = z.object({
  Type: z.string(),
  Default: z
    .union([z.string(), z.number(), z.boolean()], {
      error: 'has to be a text or a number',
    })
    .transform(String)
    .optional(),
  NoEcho: z.unknown().optional(),
});

type Parameter = z.output<typeof parameterSchema>;

const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * What each parameter of the template comes to.
 *
 * @throws InputError naming the parameter that can't be read.
 */
export function resolveParameters(
  section: Record<string, unknown>,
  chosen: Record<string, string | undefined>,
): Map<string, Resolved> {
  return new Map(
    Object.entries(section)
      .filter(([name]) => !isMacro(name))
      .map(([name, declared]) => {
        const parameter = readParameter(name, declared);
        const own = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
        const value = own ?? parameter.Default;
        return [name, resolveParameter(name, parameter, value)];
      }),
  );
}

/** The section without what would give a secret away. */
export function withoutSecrets(
  section: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(section).map(([name, declared]) => {
      if (!isRecord(declared) || !isSecretParameter(declared.NoEcho)) {
        return [name, declared];
      }
      const open = Object.entries(declared).filter(
        ([key]) => key !== 'Default' && key !== 'AllowedValues',
      );
      return [name, Object.fromEntries(open)];
    }),
  );
}

function readParameter(name: string, declared: unknown): Parameter {
  const { success, data, error } = parameterSchema.safeParse(declared);
  if (!success) {
    throw new InputError(
      `The template's parameter ${name} can't be read: ${z.prettifyError(
        error,
      )}`,
    );
  }
  return data;
}

/** What isn't plainly no secret is one. */
function isSecretParameter(noEcho: unknown): boolean {
  return noEcho !== undefined && String(noEcho).toLowerCase() !== 'false';
}

function resolveParameter(
  name: string,
  { Type, NoEcho }: Parameter,
  value: string | undefined,
): Resolved {
  const placed = { Ref: name };
  const isSecret = isSecretParameter(NoEcho);
  const keep = isSecret ? later : kept;
  if (value === undefined) {
    return keep(
      placed,
      `The parameter ${name} has neither a value nor a default`,
    );
  }
  if (Type.startsWith('AWS::SSM::Parameter::Value<')) {
    return kept(
      placed,
      `The parameter ${name} gets its value from Parameter Store only at launch`,
    );
  }
  if (isSecret) {
    return isDynamic(value)
      ? later(placed, `The parameter ${name} gets its value only at launch`)
      : {
          kind: 'known',
          value: listOrText(Type, value),
          placed,
          secret: true,
          problems: [],
        };
  }
  return readValue(name, Type, value);
}

function listOrText(type: string, value: string): string | string[] {
  return type === 'CommaDelimitedList' || type.startsWith('List<')
    ? value.split(',').map(item => item.trim())
    : value;
}

/** Numbers are calculated with as texts, and put in as numbers. */
function readValue(name: string, type: string, text: string): Resolved {
  const value = listOrText(type, text);
  if (type !== 'Number' && type !== 'List<Number>') {
    return known(value);
  }
  const placed = Array.isArray(value) ? value.map(toNumber) : toNumber(value);
  const isNumber = [placed].flat().every(item => typeof item === 'number');
  return isNumber
    ? known(value, placed)
    : {
        ...known(value, placed),
        problems: [`The parameter ${name} is a ${type}, but its value is none`],
      };
}

/** The text where it is no number that JSON can carry. */
function toNumber(text: string): number | string {
  const value = Number(text);
  return number.test(text.trim()) && Number.isFinite(value) ? value : text;
}
