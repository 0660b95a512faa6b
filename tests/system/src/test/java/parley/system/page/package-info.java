/**
 * The browser client in a real browser: two users at a time, with mouse and keyboard, light and dark, wide and narrow;
 * and under faults: a server restart, a database outage, a sleeping laptop, several tabs, lost answers.
 */
package parley.system.page;
