// Reads what the app's admin resolver answered: its data, or its refusal with every problem as one error.
// It must not know what was asked.

import * as v from 'valibot';

const ProblemSchema = v.object({ path: v.string(), message: v.string() });
const RefusalSchema = v.object({
  ok: v.literal(false),
  error: v.object({ message: v.string(), problems: v.optional(v.array(ProblemSchema), []) }),
});

/**
 * The data of `answer`, read with `schema`. Throws `Failed to <task>: …` with the app's message and problems when it
 * refused, or when the answer has another shape.
 */
export function readAdminAnswer<S extends v.GenericSchema>(
  answer: unknown,
  schema: S,
  task: string,
): v.InferOutput<S> {
  const refused = v.safeParse(RefusalSchema, answer);
  if (refused.success) {
    const { message, problems } = refused.output.error;
    const lines = problems.map((problem) => `\n  ${problem.path}: ${problem.message}`);
    throw new Error(`Failed to ${task}: ${message}${lines.join('')}`);
  }
  const given = v.safeParse(v.object({ ok: v.literal(true), data: v.unknown() }), answer);
  const data = v.safeParse(schema, given.success ? given.output.data : undefined);
  if (data.success) return data.output;
  throw new Error(`Failed to ${task}: the app's answer is not understood. Is this its version?`);
}
