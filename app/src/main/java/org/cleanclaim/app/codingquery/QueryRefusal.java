package org.cleanclaim.app.codingquery;

/// What was asked of a query is not possible; the message says why and what to do.
public final class QueryRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public QueryRefusal(String sentence) {
    super(sentence);
  }
}
