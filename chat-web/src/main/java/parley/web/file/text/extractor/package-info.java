/** The program that reads documents, which nobody trusts: it runs in a process of its own, with few classes around it. */
package parley.web.file.text.extractor;
