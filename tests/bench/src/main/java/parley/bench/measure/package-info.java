/**
 * The measurements of the product.
 * <ul>
 * <li>A node is warmed up before it is measured.
 * <li>A measurement fails if an acknowledged message is not delivered or not stored, never because a figure is low.
 * </ul>
 */
package parley.bench.measure;
