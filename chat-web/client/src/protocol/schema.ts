import * as v from 'valibot';

/*
 * Data from the server is read tolerantly: unknown fields are ignored, an optional field of the wrong type counts as
 * absent, and a list item without a required field is left out.
 */

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** Identifiers, positions and counts. */
export const integer = v.pipe(v.number(), v.safeInteger());

/** An optional field; counts as absent if it has the wrong type. */
export function lenient<const S extends AnySchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined);
}

/** A field with a default, which also replaces a value of the wrong type. */
export function defaulting<const S extends AnySchema>(schema: S, value: v.Fallback<S>) {
  return v.fallback(schema, value);
}

/** A list without its invalid items. */
export function listOf<const S extends AnySchema>(schema: S) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.flatMap((item) => read(schema, item) ?? []) as v.InferOutput<S>[]),
  );
}

/** Undefined if a required field is missing. */
export function read<const S extends AnySchema>(schema: S, input: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : undefined;
}
