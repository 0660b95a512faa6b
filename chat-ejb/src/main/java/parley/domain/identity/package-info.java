/**
 * The names by which Parley's parts know people, conversations and places in them.
 * <ul>
 * <li>ID-1 A value of this package cannot be wrong: its constructor refuses.
 * <li>ID-2 Every number stays under 2^53, so that a JavaScript client holds it exactly.
 * </ul>
 */
package parley.domain.identity;
