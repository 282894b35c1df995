package org.cleanclaim.app.transport;

/// Something that was asked of connections, ways or deliveries and is not done; the message says
/// why and what to do.
public final class TransportRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  TransportRefusal(String message) {
    super(message);
  }
}
