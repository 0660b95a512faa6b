/** The language of queries: parsing, and what matches in a text. Plain classes that know neither index nor users. */
package parley.web.search.query;
