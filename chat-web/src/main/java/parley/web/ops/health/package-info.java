/**
 * The truth about this node.
 * <ul>
 * <li>HE-1 Ready shall mean: topics as they must be, index whole, at the end of the log within 15 s.
 * <li>HE-2 Live shall fail when a channel has ended, since only a restart brings it back.
 * <li>HE-3 What is wrong shall be said in words.
 * </ul>
 */
package parley.web.ops.health;
