/** OpenSearch as a child process of the tests. */
package parley.opensearch;
