/**
 * Messages and what happened to them, as rows and as what is shown.
 * <ul>
 * <li>ME-1 History is read by keyset pages, oldest first within a page.
 * <li>ME-2 Only a greater place is ever folded in; after a revoke nothing is.
 * <li>ME-3 Member records that made a conversation are not shown; later changes are.
 * </ul>
 */
package parley.domain.message;
