/**
 * Rules for user-supplied text and search keys. Plain functions, independent of the container.
 * <ul>
 * <li>The rules apply to input, never to existing rows or records.
 * <li>The client implements the same rules; both are tested with the cases in {@code text-cases.json}.
 * </ul>
 */
package parley.domain.text;
