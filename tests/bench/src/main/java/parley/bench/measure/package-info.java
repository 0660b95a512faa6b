/**
 * What is measured, a class each.
 * <ul>
 * <li>MS-1 A node is warm before it is measured: what is not compiled yet says nothing of the product.
 * <li>MS-2 What was acknowledged must be delivered and stored; else there is no figure.
 * <li>MS-3 Nothing fails for being slow.
 * </ul>
 */
package parley.bench.measure;
