/** What the reports of runs have in common: pages that need nothing else, tables in both forms, what they ran on. */
package parley.cluster.report;
