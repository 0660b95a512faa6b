/** What a report shows. */
package parley.faults.report;
