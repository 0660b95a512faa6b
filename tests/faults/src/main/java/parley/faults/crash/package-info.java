/**
 * Points at which a process dies, always the same: between two steps of which one has happened and the other has not.
 * The product knows nothing of them. Byteman, an agent of the process under test, weaves them into its classes as they
 * are loaded; each does nothing until it is armed, and then ends the process at once, as SIGKILL would.
 * A point whose class or method is not there any more never ends anything, and its test waits in vain: it fails.
 */
package parley.faults.crash;
