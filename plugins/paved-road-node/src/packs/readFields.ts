import { z } from 'zod';

/** What is wrong with one field. */
export interface FieldProblem {
  /** Such as `controls[0].clauses`; absent where it is about the whole. */
  field?: string;
  message: string;
}

/**
 * Reads each field by itself, so that a wrong one doesn't take the others down.
 * Wrong and unknown fields are left out and reported.
 */
export function readFields<Shape extends z.ZodRawShape>(
  shape: Shape,
  value: unknown,
): {
  fields: Partial<z.output<z.ZodObject<Shape>>>;
  problems: FieldProblem[];
} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fields: {}, problems: [{ message: 'holds no fields' }] };
  }
  const fields: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [key, raw] of Object.entries(value)) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!schema) {
      const known = Object.keys(shape).join(', ');
      problems.push({
        field: key,
        message: `is not known; there are: ${known}`,
      });
      continue;
    }
    const parsed = z.safeParse(schema, raw);
    if (parsed.success) {
      fields[key] = parsed.data;
      continue;
    }
    for (const { path, message } of parsed.error.issues) {
      problems.push({ field: z.core.toDotPath([key, ...path]), message });
    }
  }
  return {
    fields: fields as Partial<z.output<z.ZodObject<Shape>>>,
    problems,
  };
}
