/**
 * The faults that a run can inject. Each names the processes that it affects, so that faults at the same time do not
 * interfere.
 */
package parley.faults.fault;
