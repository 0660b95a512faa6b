/**
 * Crash points: fixed places between two steps that belong together, at which a test ends a process. The product does
 * not know them. Byteman, an agent of the process under test, adds them to the classes when they are loaded. A point does
 * nothing until it is armed, and then ends the process at once, as SIGKILL does. If its class or method no longer exists,
 * the process does not end, and the test fails.
 */
package parley.faults.crash;
