package org.cleanclaim.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.intake.MailRound;
import org.cleanclaim.app.transport.Delivery.Stage;
import org.cleanclaim.app.transport.Route.Standby;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files on their way over HTTPS: what the receiver certainly has not got goes another way, what it
/// may have got does not.
class HttpsDeliveriesTest {
  @TempDir Path folder;

  private final DemoServer demo = DemoServer.shared();
  private final Connections connections = demo.bean(Connections.class);
  private final Routes routes = demo.bean(Routes.class);
  private final Deliveries deliveries = demo.bean(Deliveries.class);
  private final FileExchange files = demo.bean(FileExchange.class);
  private final MailRound round = demo.bean(MailRound.class);
  private final List<Connection> opened = new ArrayList<>();
  private HttpServer server;
  private int status;
  private int port;
  private Payer payer;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean isPut = exchange.getRequestMethod().equals("PUT");
          exchange.sendResponseHeaders(isPut ? status : 200, -1);
          exchange.close();
        });
    server.start();
    port = server.getAddress().getPort();
    Files.writeString(demo.bean(Home.class).secrets().resolve("token"), "token-7");
    payer = later(0, () -> demo.bean(Payers.class).all().getFirst());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    later(
        0,
        () -> {
          routes.remove(payer, "276");
          opened.forEach(one -> connections.pause(one.publicId()));
          return 0;
        });
  }

  /// Work as if some hours later, when the pause after a failure is over.
  private <R, X extends Throwable> R later(int hours, ScopedValue.CallableOp<R, X> work) throws X {
    long organization = demo.bean(Organizations.class).all().getFirst().id();
    var clock = Clock.fixed(Instant.now().plusSeconds(3600L * hours), ZoneOffset.UTC);
    return Acting.as(new Actor(organization, "pat", Set.of(Role.MANAGER), false), clock, work);
  }

  private Connection connection(ConnectionKind kind, String address) {
    var one =
        connections.add(
            new ConnectionSettings(
                kind + " " + UUID.randomUUID(),
                kind,
                Usage.LIVE,
                address,
                "",
                List.of(),
                "token",
                "in",
                "out"));
    opened.add(one);
    return one;
  }

  private Connection https() {
    return connection(ConnectionKind.HTTPS, "http://127.0.0.1:" + port);
  }

  private ExchangedFile send() {
    String name = "276-https-%s.x12".formatted(UUID.randomUUID());
    var file = files.send("276", name, name.getBytes(StandardCharsets.US_ASCII), "000000001");
    deliveries.enqueue(payer, file);
    return file;
  }

  private Delivery delivery(ExchangedFile file) {
    return deliveries.ofFile(file.id()).orElseThrow();
  }

  @Test
  void aPartnerThatIsDownHasNotGotTheFileAndTheStandbyTakesOver() {
    server.stop(0);
    var file =
        later(
            0,
            () -> {
              var standby = connection(ConnectionKind.FOLDER, folder.toString());
              routes.set(payer, "276", https(), new Standby(standby, ""), "CH01");
              return send();
            });

    later(1, round::go);

    later(
        1,
        () -> {
          assertThat(delivery(file).stage()).isEqualTo(Stage.WAITING);
          assertThat(delivery(file).trouble())
              .isEqualTo(
                  file.name()
                      + ": The server at http://127.0.0.1:"
                      + port
                      + " cannot be reached: it takes no connection. It is tried again by itself.");
          return 0;
        });
    for (int hour = 2; hour <= 4; hour++) later(hour, round::go);
    later(
        4,
        () -> {
          assertThat(delivery(file).stage()).isEqualTo(Stage.DELIVERED);
          assertThat(delivery(file).connection()).startsWith("FOLDER");
          assertThat(folder.resolve("in").resolve(file.name())).exists();
          return 0;
        });
  }

  @Test
  void aRefusedFileMayGoAnotherWayOneOfUnknownFateMayNot() {
    var file =
        later(
            0,
            () -> {
              routes.set(payer, "276", https(), null, "CH01");
              return send();
            });
    for (int refusal : List.of(401, 413, 503)) {
      status = refusal;
      later(refusal, round::go);
      later(
          refusal,
          () -> {
            assertThat(delivery(file).stage()).isEqualTo(Stage.WAITING);
            assertThat(delivery(file).trouble()).contains(Integer.toString(refusal));
            return 0;
          });
    }

    status = 500;
    later(600, round::go);
    status = 503;
    later(700, round::go);
    assertThat(later(700, () -> delivery(file)).stage()).isEqualTo(Stage.UPLOADED);

    status = 200;
    later(800, round::go);
    assertThat(later(800, () -> delivery(file)).stage()).isEqualTo(Stage.DELIVERED);
  }
}
