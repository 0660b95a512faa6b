/**
 * Keeps running what the promises rest on.
 * <ul>
 * <li>Whatever a task throws is logged with what happens next, and the task is started again with growing pauses.
 * <li>How each task stands can be asked for at any time, without waiting.
 * </ul>
 */
package parley.log.supervision;
