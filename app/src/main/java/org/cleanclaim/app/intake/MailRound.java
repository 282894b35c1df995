package org.cleanclaim.app.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.cleanclaim.app.transport.Connection;
import org.cleanclaim.app.transport.Connections;
import org.cleanclaim.app.transport.Courier;
import org.cleanclaim.app.transport.Line;
import org.cleanclaim.app.transport.Lines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One round over all connections: what waits goes out, what has come is fetched and worked. A
/// connection that fails holds up no other.
@Component
public class MailRound {
  private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

  private final Connections connections;
  private final Lines lines;
  private final Courier courier;
  private final Intake intake;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  MailRound(Connections connections, Lines lines, Courier courier, Intake intake) {
    this.connections = connections;
    this.lines = lines;
    this.courier = courier;
    this.intake = intake;
  }

  /// What came of one connection.
  ///
  /// @param troubles what did not work and what to do, a sentence each
  public record Visit(
      String connection, int delivered, List<IntakeReport> received, List<String> troubles) {
    public Visit {
      received = List.copyOf(received);
      troubles = List.copyOf(troubles);
    }
  }

  /// Goes the round for the actor's organization. While another round is under way it waits.
  public List<Visit> go() {
    oneAtATime.lock();
    try {
      return connections.all().stream().filter(c -> !c.isPaused()).map(this::visit).toList();
    } finally {
      oneAtATime.unlock();
    }
  }

  private Visit visit(Connection connection) {
    var troubles = new ArrayList<String>();
    var received = new ArrayList<IntakeReport>();
    int delivered = 0;
    try (Line line = lines.open(connection.settings())) {
      var carried = courier.carry(connection, line);
      delivered = carried.delivered();
      troubles.addAll(carried.troubles());
      for (String name : line.waiting()) fetch(connection, line, name, received, troubles);
    } catch (IOException e) {
      String trouble = String.valueOf(e.getMessage());
      troubles.add(trouble);
      if (delivered == 0) {
        troubles.addAll(courier.carryNothing(connection, trouble).troubles());
      }
    }
    if (troubles.isEmpty()) {
      connections.worked(connection);
    } else {
      connections.failed(connection, troubles.getFirst());
    }
    return new Visit(connection.name(), delivered, received, troubles);
  }

  // A file stays with the receiver until its parts are worked here; one that comes again changes
  // nothing.
  private void fetch(
      Connection connection,
      Line line,
      String name,
      List<IntakeReport> received,
      List<String> troubles) {
    try {
      received.add(intake.receive(name, line.fetch(name), connection));
      putAside(line, name, troubles);
    } catch (IOException e) {
      troubles.add("%s could not be fetched: %s".formatted(name, e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("A fetched file could not be worked", e);
      troubles.add(
          "%s could not be worked and stays where it is; the log says why. The others went on."
              .formatted(name));
    }
  }

  private static void putAside(Line line, String name, List<String> troubles) {
    try {
      line.done(name);
    } catch (IOException e) {
      troubles.add(
          "%s was worked, but not put aside at the receiver, so that it comes again: %s"
              .formatted(name, e.getMessage()));
    }
  }
}
