package org.cleanclaim.cli;

/// A command cannot do what it was asked; the message says why and what to do.
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}
