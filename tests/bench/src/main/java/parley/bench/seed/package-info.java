/**
 * Who talks in a benchmark, made past the product's passwords.
 * <ul>
 * <li>SD-1 Users, conversations and memberships are rows; nobody can sign in with a password.
 * <li>SD-2 Each membership has its row in the outbox, as when the product makes it: deliveries start at a
 *     {@code member} record of the log, so rows alone would leave the nodes that run without receivers. The product's
 *     own relay carries them; what is seeded is there when the outbox is empty.
 * <li>SD-3 Tokens are signed with the installation's key.
 * </ul>
 */
package parley.bench.seed;
