/** The walls of the house: who may know whom, held by ArchUnit over the classes as they were built. */
package parley.system.walls;
