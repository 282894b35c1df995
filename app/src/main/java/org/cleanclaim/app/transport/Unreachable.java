package org.cleanclaim.app.transport;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Why no server answers, in words.
final class Unreachable {
  private Unreachable() {}

  /// @param address as the connection names the server
  static String sentence(String address, Throwable caught) {
    return "The server at %s cannot be reached: %s. It is tried again by itself."
        .formatted(address, cause(caught));
  }

  private static String cause(Throwable caught) {
    var chain = Stream.iterate(caught, Objects::nonNull, Throwable::getCause).toList();
    if (has(chain, UnresolvedAddressException.class) || has(chain, UnknownHostException.class)) {
      return "no server of that name is known";
    }
    if (has(chain, SSLException.class)) return "it shows no certificate that is trusted here";
    if (has(chain, TimeoutException.class)
        || has(chain, HttpTimeoutException.class)
        || has(chain, InterruptedIOException.class)) {
      return "it does not answer";
    }
    if (has(chain, ConnectException.class)) return "it takes no connection";
    return "the connection broke off";
  }

  private static boolean has(List<Throwable> chain, Class<? extends Throwable> kind) {
    return chain.stream().anyMatch(kind::isInstance);
  }
}
