/**
 * What goes wrong, and how it is mended. Every fault names what it happens to, so that several can be made at once
 * which do not undo each other, and lasts as long as its plan says.
 */
package parley.faults.fault;
