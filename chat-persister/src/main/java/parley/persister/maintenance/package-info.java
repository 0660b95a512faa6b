/**
 * Keeping looks after the log and the tables: nothing is taken from the log before both are as they should be.
 * <ul>
 * <li>KE-1 The process starts without its database and without its broker, and opens by itself when they are there.
 * <li>KE-2 A log that is another one, has another number of partitions, or ends before {@code next_offset} is refused.
 * <li>KE-3 At the opening every known {@code next_offset} is announced.
 * <li>KE-4 The log is trimmed only below {@code next_offset} and where it is older than the time to keep it.
 * <li>KE-5 A partition that stopped is tried again, also where no new record comes.
 * <li>KE-6 In role {@code chat} nothing is started and no channel is there.
 * </ul>
 */
package parley.persister.maintenance;
