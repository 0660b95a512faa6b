/**
 * The page in a real browser: two people at once, by mouse and by keyboard, in light and dark, wide and narrow; and
 * under faults: a server that goes, a database that is away, a laptop asleep, several tabs, answers that are lost.
 */
package parley.system.page;
