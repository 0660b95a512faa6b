/**
 * What the parts reach by themselves on the same machine in the same run: the figures of the product are ratios to these.
 * <ul>
 * <li>BLI-1 A limit is measured with the product's own settings of the part (acks, idempotence, durability, the server's
 *     configuration), with records, frames and rows of the product's form and size, and in the same world.
 * <li>BLI-2 Each is the best that a plain program reaches which does nothing else; the product's share of the machine
 *     goes to its own work as well, so that no figure of the product can reach 1.
 * <li>BLI-3 What it made is gone afterwards: topic, table, server.
 * </ul>
 */
package parley.bench.limit;
