/**
 * Load clients. They share one event loop, whose CPU time is reported next to the figures.
 * <ul>
 * <li>A closed loop waits for what is in flight when the time is over; a refusal or a closed socket fails it.
 * <li>An open loop sends on schedule even if the server stalls; refusals are counted.
 * </ul>
 */
package parley.bench.load;
