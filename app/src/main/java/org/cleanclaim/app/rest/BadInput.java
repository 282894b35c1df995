package org.cleanclaim.app.rest;

/// A parameter that cannot be read, in a sentence with its remedy.
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }
}
