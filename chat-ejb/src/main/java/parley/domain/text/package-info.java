/**
 * What people may type, and how people are found by it. Plain functions, without a container.
 * <ul>
 * <li>TX-1 The rules are applied where text is taken in, never to rows or records that exist.
 * <li>TX-2 The page has the same rules; both are held by the cases in {@code text-cases.json}.
 * </ul>
 */
package parley.domain.text;
