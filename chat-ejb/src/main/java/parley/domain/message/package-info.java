/**
 * Messages and their changes, as rows and as views.
 * <ul>
 * <li>History is read by keyset pages, oldest first within a page.
 * <li>Only a change with a greater position is folded in, and none after a revoke.
 * <li>Member records of a conversation's creation are not shown; later ones are.
 * </ul>
 */
package parley.domain.message;
