import * as v from 'valibot';

/*
 * What comes from the server is read tolerantly: unknown fields are ignored, an optional field of the wrong type counts
 * as absent, and an item of a list that lacks something required is left out.
 */

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** Identifiers, positions and counts: JavaScript holds them exactly. */
export const integer = v.pipe(v.number(), v.safeInteger());

/** Absent, also if it has the wrong type. */
export function lenient<const S extends AnySchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined);
}

/** That default if it is absent or has the wrong type. */
export function defaulting<const S extends AnySchema>(schema: S, value: v.Fallback<S>) {
  return v.fallback(schema, value);
}

/** The items that are valid. */
export function listOf<const S extends AnySchema>(schema: S) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.flatMap((item) => read(schema, item) ?? []) as v.InferOutput<S>[]),
  );
}

/** Undefined if something required is missing. */
export function read<const S extends AnySchema>(schema: S, input: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : undefined;
}
