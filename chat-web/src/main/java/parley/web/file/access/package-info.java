/** Who may read a file: those who may read the message that has it, or, before it is sent, its owner. */
package parley.web.file.access;
