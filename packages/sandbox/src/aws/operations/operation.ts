import { z } from 'zod';
import { validate } from '../wire/validate';
import { Context } from './Context';

/** One operation of AWS, ready to be called with whatever has come in. */
export interface Operation {
  name: string;
  /** @throws AwsError */
  call(input: unknown, context: Context): object;
}

/** Makes an operation that looks at its input before it runs. */
export function operation<S extends z.ZodType>(
  name: string,
  shape: S,
  run: (input: z.output<S>, context: Context) => object,
): Operation {
  return {
    name,
    call: (input, context) => run(validate(shape, input), context),
  };
}
