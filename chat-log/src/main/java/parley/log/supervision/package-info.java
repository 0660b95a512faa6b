/**
 * Keeps the tasks running that the guarantees depend on.
 * <ul>
 * <li>Anything that a task throws is logged, and the task is restarted with exponential back-off.
 * <li>The state of each task can be read at any time without blocking.
 * </ul>
 */
package parley.log.supervision;
