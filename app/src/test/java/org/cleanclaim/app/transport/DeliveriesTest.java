package org.cleanclaim.app.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Files on their way over a real SFTP connection that breaks: nothing is lost, nothing is doubled.
class DeliveriesTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir Path folder;

  private final DemoServer demo = DemoServer.shared();
  private final Connections connections = demo.bean(Connections.class);
  private final Routes routes = demo.bean(Routes.class);
  private final Deliveries deliveries = demo.bean(Deliveries.class);
  private final Courier courier = demo.bean(Courier.class);
  private final FileExchange files = demo.bean(FileExchange.class);
  private final MailRound round = demo.bean(MailRound.class);
  private final Lines lines = demo.bean(Lines.class);
  private SftpServerForTests server;
  private Connection connection;
  private Payer payer;

  @BeforeEach
  void connect() throws Exception {
    server = new SftpServerForTests(folder);
    Files.writeString(demo.bean(Home.class).secrets().resolve("test"), "let me in");
    as(
        Role.MANAGER,
        () -> {
          payer = demo.bean(Payers.class).all().getFirst();
          connection = connections.add(settings());
          routes.set(payer, "276", connection, null, "CH01");
          return 0;
        });
  }

  @AfterEach
  void disconnect() throws IOException {
    as(
        Role.MANAGER,
        () -> {
          routes.remove(payer, "276");
          connections.pause(connection.publicId());
          return 0;
        });
    server.close();
  }

  private ConnectionSettings settings() {
    try {
      return server.settings("line " + UUID.randomUUID(), "test");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private <R, X extends Throwable> R as(Role role, ScopedValue.CallableOp<R, X> work) throws X {
    long organization = demo.bean(Organizations.class).all().getFirst().id();
    return Acting.as(new Actor(organization, "pat", Set.of(role), false), work);
  }

  /// Work as if some hours later, when the pause after a failure is over.
  private <R, X extends Throwable> R later(int hours, ScopedValue.CallableOp<R, X> work) throws X {
    long organization = demo.bean(Organizations.class).all().getFirst().id();
    var clock = Clock.fixed(Instant.now().plusSeconds(3600L * hours), ZoneOffset.UTC);
    return Acting.as(new Actor(organization, "pat", Set.of(Role.MANAGER), false), clock, work);
  }

  private ExchangedFile send() {
    String name = "276-test-%d-%s.x12".formatted(NUMBER.incrementAndGet(), UUID.randomUUID());
    var file = files.send("276", name, name.getBytes(StandardCharsets.US_ASCII), "000000001");
    deliveries.enqueue(payer, file);
    return file;
  }

  private Delivery delivery(ExchangedFile file) {
    return deliveries.list(null, 1).rows().stream()
        .filter(d -> d.fileId() == file.id())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFileArrivesOnceHoweverOftenItIsPutOnItsWay() {
    as(
        Role.MANAGER,
        () -> {
          var file = send();
          assertThat(demo.bean(Home.class).outbox().resolve(file.name())).doesNotExist();
          deliveries.enqueue(payer, file);
          round.go();
          round.go();
          assertThat(received()).containsExactly(file.name());
          assertThat(delivery(file).stage()).isEqualTo(Stage.DELIVERED);
          assertThat(delivery(file).attempts()).isEqualTo(1);
          return 0;
        });
  }

  @Test
  void aServerThatIsDownInTheMiddleOfABatchLosesNothingAndDoublesNothing() throws Exception {
    var sent = as(Role.MANAGER, () -> List.of(send(), send(), send()));
    as(
        Role.MANAGER,
        () -> {
          try (var line = new BreakingLine(lines.open(connection.settings()), server, 1)) {
            var carried = courier.carry(connection, line);
            assertThat(carried.delivered()).isEqualTo(1);
            assertThat(carried.troubles()).hasSize(2);
          }
          return 0;
        });
    as(
        Role.MANAGER,
        () -> {
          assertThat(sent.stream().map(f -> delivery(f).stage()))
              .containsExactly(Stage.DELIVERED, Stage.UPLOADED, Stage.WAITING);
          assertThat(delivery(sent.get(2)).trouble()).isNotBlank();
          return 0;
        });

    server.startAgain();
    later(1, round::go);

    as(
        Role.MANAGER,
        () -> {
          assertThat(received())
              .containsExactlyInAnyOrderElementsOf(sent.stream().map(ExchangedFile::name).toList());
          assertThat(sent).allMatch(f -> delivery(f).stage() == Stage.DELIVERED);
          return 0;
        });
  }

  @Test
  void aFileThatTheReceiverTookWhileTheLineBrokeIsNotSentAgain() throws Exception {
    var file = as(Role.MANAGER, this::send);
    as(
        Role.MANAGER,
        () -> {
          var taken = deliveries.take(delivery(file)).orElseThrow();
          try (var line = lines.open(connection.settings())) {
            line.upload(file.name(), files.content(file));
            deliveries.uploaded(taken);
            line.release(file.name(), files.content(file));
          }
          Files.delete(server.files.resolve("in").resolve(file.name()));
          assertThatThrownBy(() -> deliveries.reroute(taken.publicId(), connection))
              .isInstanceOf(TransportRefusal.class)
              .hasMessageContaining("may have arrived");
          return 0;
        });

    later(1, round::go);

    as(
        Role.MANAGER,
        () -> {
          assertThat(received()).isEmpty();
          assertThat(delivery(file).stage()).isEqualTo(Stage.DELIVERED);
          return 0;
        });
  }

  @Test
  void whatHasComeIsWorkedOnceAndADamagedFileStopsNoOther() throws Exception {
    Files.createDirectories(server.files.resolve("out"));
    Files.writeString(
        server.files.resolve("out/a-damaged.x12"), "no X12 at all " + UUID.randomUUID());
    var known = answerOfThePast();
    Files.write(server.files.resolve("out").resolve("b-known.x12"), known);

    var visits = as(Role.MANAGER, round::go);

    var visit =
        visits.stream()
            .filter(v -> v.connection().equals(connection.name()))
            .findFirst()
            .orElseThrow();
    assertThat(visit.troubles()).isEmpty();
    assertThat(visit.received()).hasSize(2);
    assertThat(visit.received().getFirst().findings()).isNotEmpty();
    assertThat(visit.received().getLast().isRepeat()).isTrue();
    assertThat(server.files.resolve("out/done/b-known.x12")).hasBinaryContent(known);
    assertThat(as(Role.MANAGER, round::go).stream().mapToInt(v -> v.received().size()).sum())
        .isZero();
  }

  private byte[] answerOfThePast() {
    var transaction = new TransactionTemplate(demo.bean(PlatformTransactionManager.class));
    return demo.inPractice(() ->
        transaction.execute(status ->
            demo.bean(JdbcClient.class)
                .sql(
                    "select exchanged_file_id from exchanged_file where direction = 'RECEIVED' and"
                        + " kind = '999' limit 1")
                .query(Long.class)
                .optional()
                .flatMap(files::find)
                .map(files::content)
                .orElseThrow()));
  }

  @Test
  void theStandbyTakesOverAfterThreeFailuresAndTheFileGoesOnce() throws Exception {
    try (var other = new SftpServerForTests(folder.resolve("other"))) {
      var standby =
          as(Role.MANAGER, () -> connections.add(named(other, "standby " + UUID.randomUUID())));
      as(
          Role.MANAGER,
          () -> {
            routes.set(payer, "276", connection, new Standby(standby, ""), "CH01");
            return 0;
          });
      server.stop();
      var file = as(Role.MANAGER, this::send);
      for (int hour = 1; hour <= 4; hour++) later(hour, round::go);

      as(
          Role.MANAGER,
          () -> {
            assertThat(delivery(file).connection()).isEqualTo(standby.name());
            assertThat(delivery(file).stage()).isEqualTo(Stage.DELIVERED);
            assertThat(other.received()).containsExactly(file.name());
            var first = connections.find(connection.publicId()).orElseThrow();
            assertThat(first.trouble()).contains("cannot be reached");
            connections.pause(standby.publicId());
            routes.remove(payer, "276");
            return 0;
          });
    }
  }

  private static ConnectionSettings named(SftpServerForTests server, String name) {
    try {
      return server.settings(name, "test");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWayIsForRealOrTestFilesAndNamesTheReceiver() {
    as(
        Role.MANAGER,
        () -> {
          var envelope = routes.envelope(payer, "276");
          assertThat(envelope.test()).isFalse();
          assertThat(envelope.receiverId()).isEqualTo("CH01");
          assertThat(routes.envelope(payer, "278").test()).as("carried by hand").isFalse();
          assertThatThrownBy(() -> routes.set(payer, "835", connection, null, "CH01"))
              .hasMessageContaining("no kind of file");
          assertThatThrownBy(
                  () -> routes.set(payer, "276", connection, new Standby(connection, ""), "CH01"))
              .hasMessageContaining("another connection");
          assertThatThrownBy(() -> routes.set(payer, "276", connection, null, "*"))
              .hasMessageContaining("2 to 15");
          return 0;
        });
  }

  @Test
  void everyKindOfFileHasAWay() {
    as(
        Role.MANAGER,
        () -> {
          for (String kind : Routes.KINDS) {
            routes.set(payer, kind, connection, null, "CH01");
            assertThat(routes.of(payer.id(), kind)).isPresent();
            routes.remove(payer, kind);
          }
          return 0;
        });
  }

  @Test
  void aTestFileGoesOverNoConnectionForRealOnes() {
    as(
        Role.MANAGER,
        () -> {
          String isa =
              "ISA*00*          *00*          *ZZ*A              *ZZ*B             "
                  + " *261129*2010*^*00501*000000901*0*%s*:~";
          var tests = connections.add(forTests(settings()));
          var real = put(isa.formatted("P"));
          var test = put(isa.formatted("T"));

          assertThatThrownBy(() -> deliveries.reroute(delivery(test).publicId(), connection))
              .isInstanceOf(TransportRefusal.class)
              .hasMessageContaining("is a test file");
          assertThatThrownBy(() -> deliveries.reroute(delivery(real).publicId(), tests))
              .isInstanceOf(TransportRefusal.class)
              .hasMessageContaining("is a live file");
          deliveries.reroute(delivery(test).publicId(), tests);

          assertThat(delivery(test).connection()).isEqualTo(tests.name());
          connections.pause(tests.publicId());
          return 0;
        });
  }

  private static ConnectionSettings forTests(ConnectionSettings live) {
    return new ConnectionSettings(
        live.name() + " tests",
        live.kind(),
        Usage.TEST,
        live.address(),
        live.user(),
        live.hostKeys(),
        live.secret(),
        live.outFolder(),
        live.inFolder());
  }

  private ExchangedFile put(String text) {
    String name = "276-%s.x12".formatted(UUID.randomUUID());
    var file =
        files.send("276", name, (text + name).getBytes(StandardCharsets.US_ASCII), "000000901");
    deliveries.enqueue(payer, file);
    return file;
  }

  @Test
  void whoMayNotKeepConnectionsDoesNotAndALateChangeIsRefused() {
    assertThatThrownBy(() -> as(Role.CODER, () -> connections.add(connection.settings())))
        .isInstanceOf(AccessDeniedForActor.class);
    as(
        Role.MANAGER,
        () -> {
          connections.change(connection.publicId(), connection.version(), connection.settings());
          assertThatThrownBy(() ->
                  connections.change(
                      connection.publicId(), connection.version(), connection.settings()))
              .hasMessageContaining("Somebody else");
          assertThatThrownBy(() -> connections.add(connection.settings()))
              .hasMessageContaining("already");
          return 0;
        });
  }

  private List<String> received() {
    try {
      return server.received();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
