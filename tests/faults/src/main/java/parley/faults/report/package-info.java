/** What a run looked like: sampled while it goes on, written as a page that needs nothing else, joined over seeds. */
package parley.faults.report;
