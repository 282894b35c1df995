package org.cleanclaim.app.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.transport.Delivery.Stage;
import org.springframework.stereotype.Component;

/// Carries what waits. No step of it is inside a database transaction that could be rolled back
/// after a file has left.
@Component
public class Courier {
  private final Deliveries deliveries;
  private final FileExchange files;

  Courier(Deliveries deliveries, FileExchange files) {
    this.deliveries = deliveries;
    this.files = files;
  }

  /// Sends what is due over an open line. A file that fails waits for its next attempt and holds up
  /// no other.
  ///
  /// @return how many arrived, and why others did not
  public Carried carry(Connection connection, Line line) {
    int delivered = 0;
    var troubles = new ArrayList<String>();
    for (Delivery due : deliveries.due(connection)) {
      var taken = deliveries.take(due);
      if (taken.isEmpty()) continue;
      try {
        send(taken.get(), connection, line);
        delivered++;
      } catch (IOException e) {
        String trouble = "%s: %s".formatted(due.fileName(), e.getMessage());
        deliveries.failed(deliveries.find(due.publicId()).orElseThrow(), trouble);
        troubles.add(trouble);
      }
    }
    return new Carried(delivered, troubles);
  }

  /// The line could not be opened: each file due over it has failed once more.
  public Carried carryNothing(Connection connection, String trouble) {
    var troubles = new ArrayList<String>();
    for (Delivery due : deliveries.due(connection)) {
      deliveries.take(due).ifPresent(taken -> deliveries.failed(taken, trouble));
      troubles.add(due.fileName() + " waits: " + trouble);
    }
    return new Carried(0, troubles);
  }

  /// What came of a run over one connection.
  public record Carried(int delivered, List<String> troubles) {
    public Carried {
      troubles = List.copyOf(troubles);
    }
  }

  private void send(Delivery delivery, Connection connection, Line line) throws IOException {
    ExchangedFile file = files.find(delivery.carriedFileId()).orElseThrow();
    byte[] bytes = files.content(file);
    refuseOther(bytes, connection);
    if (delivery.stage() == Stage.WAITING) {
      line.upload(file.name(), bytes);
      deliveries.uploaded(delivery);
      releaseFirst(delivery, file.name(), bytes, line);
    } else if (line.place(file.name()) == Line.Place.UPLOADED) {
      line.release(file.name(), bytes);
    }
    deliveries.delivered(delivery);
  }

  // A connection may have been for tests when the file was written, and not be any more.
  private static void refuseOther(byte[] bytes, Connection connection) throws NotTaken {
    var usage = connection.settings().usage();
    var own = Usage.of(bytes).orElse(usage);
    if (own == usage) return;
    throw new NotTaken(
        "It is a %s file and %s is for %s files by now. Nothing was sent; choose a connection for %s files."
            .formatted(word(own), connection.name(), word(usage), word(own)),
        null);
  }

  private static String word(Usage usage) {
    return usage.title().toLowerCase(Locale.ROOT);
  }

  // What no earlier attempt can have brought, and this one has not, may go another way.
  private void releaseFirst(Delivery delivery, String name, byte[] bytes, Line line)
      throws IOException {
    try {
      line.release(name, bytes);
    } catch (NotTaken e) {
      deliveries.notTaken(delivery);
      throw e;
    }
  }
}
