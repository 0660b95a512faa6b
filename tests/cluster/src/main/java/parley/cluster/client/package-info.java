/** An independent client of Parley, written from the contract alone: REST, the socket, and what people do with them. */
package parley.cluster.client;
