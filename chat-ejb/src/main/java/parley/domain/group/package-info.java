/**
 * What a group is, and what its members may do in it.
 * <ul>
 * <li>Every rule is a plain class: the database's transactions and the nodes' memory decide alike.
 * <li>A direct conversation has the attributes of a plain private group and only members.
 * <li>An archived group is read-only until an owner restores it.
 * </ul>
 */
package parley.domain.group;
