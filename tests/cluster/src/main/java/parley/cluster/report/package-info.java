/** Reports of test runs as HTML and Markdown, with plots and a description of the machine. */
package parley.cluster.report;
