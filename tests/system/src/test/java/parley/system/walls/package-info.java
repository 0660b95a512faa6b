/** Allowed dependencies, checked by ArchUnit, and documents that must match the code. */
package parley.system.walls;
