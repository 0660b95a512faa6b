/** Samples a run and writes its report, and the summary of all runs. */
package parley.faults.report;
