/** What all REST resources share: the caller, query parameters, rate limits, the response writer, the OpenAPI document. */
package parley.web.platform.rest;
