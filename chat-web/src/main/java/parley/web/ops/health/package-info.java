/**
 * Health and metrics of this node.
 * <ul>
 * <li>Ready means: topics valid, index complete, and at the end of the log within the last 15 s.
 * <li>Liveness fails if a channel has ended, because only a restart repairs it.
 * <li>A failing check says what is wrong.
 * </ul>
 */
package parley.web.ops.health;
