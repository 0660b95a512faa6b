/**
 * The log's other end: rows written and rows read.
 * <ul>
 * <li>BST-1 What the persister is measured with are records of the log in the product's own form; every one must have
 *     become a row, or nothing was measured.
 * <li>BST-2 Rows that no record of the log belongs to are made in a table of their own that takes the place of
 *     {@code message} for as long as pages are read, and then goes: the world has what it had.
 * </ul>
 */
package parley.bench.store;
