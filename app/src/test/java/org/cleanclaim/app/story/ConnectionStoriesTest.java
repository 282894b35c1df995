package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.demo.PayerProcess;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.transport.SftpServerForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Files that travel over real SFTP connections: one that goes down in the middle of a batch, and
/// payers that run as a process of their own.
class ConnectionStoriesTest {
  @TempDir Path folder;

  private static String connection(
      Office office, String name, int port, String hostKey, String out, String in)
      throws IOException {
    Files.writeString(
        office.server.bean(Home.class).secrets().resolve("story"), SftpServerForTests.PASSWORD);
    return office
        .post(
            Role.MANAGER,
            "/connections",
            """
            {"settings": {"name": "%s", "kind": "SFTP", "usage": "LIVE", "address": "localhost:%d", "user": "practice",
             "hostKeys": "%s", "secret": "story", "outFolder": "%s", "inFolder": "%s"}}
            """
                .formatted(name, port, hostKey, out, in))
        .is(200)
        .at("/id");
  }

  private static void way(Office office, String connection) {
    office
        .put(
            Role.MANAGER,
            "/ways",
            "{\"payer\": \"harbor\", \"files\": \"837P\", \"connection\": \"%s\", \"receiverId\": \"HOUSE1\"}"
                .formatted(connection))
        .is(200);
  }

  private static List<String> stages(Office office) {
    var stages =
        new ArrayList<>(
            Office.rows(office.get(Role.BILLER, "/deliveries")).stream()
                .map(d -> d.at("/stage").asString())
                .toList());
    java.util.Collections.reverse(stages);
    return stages;
  }

  private static JsonNode connection(Office office, String id) {
    return Office.rows(office.get(Role.MANAGER, "/connections")).stream()
        .filter(c -> c.at("/id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aServerThatGoesDownInTheMiddleOfABatchLosesNothingAndGetsNothingTwice() throws Exception {
    var office = new Office("net", "1553001151");
    try (var server = new SftpServerForTests(folder)) {
      String line =
          connection(office, "clearing house", server.port(), server.hostKey(), "in", "out");
      way(office, line);
      var claims = new ArrayList<BilledClaim>();
      var names = new ArrayList<String>();
      for (int i = 0; i < 3; i++) {
        claims.add(office.billed(office.member(), "99213"));
        names.add(
            office.post(Role.BILLER, "/payers/harbor/submissions", "").is(200).at("/files/0"));
      }
      assertThat(stages(office)).containsExactly("WAITING", "WAITING", "WAITING");
      server.breakAfter(1);

      var visit = office.post(Role.BILLER, "/exchange", "").is(200).json().at("/0");

      assertThat(visit.at("/sent").asInt()).isEqualTo(1);
      assertThat(visit.at("/troubles").size()).isGreaterThanOrEqualTo(2);
      assertThat(stages(office)).containsExactly("DELIVERED", "UPLOADED", "WAITING");
      assertThat(server.received()).containsExactly("." + names.get(1) + ".part", names.getFirst());
      assertThat(connection(office, line).at("/trouble").asString()).contains(names.get(1));
      assertThat(office.page("/connections")).contains("Trouble", "Try at the next round");
      assertThat(claims)
          .allSatisfy(c -> assertThat(office.claim(c).at("/status")).isEqualTo("SENT"));
      assertThat(claims)
          .extracting(c -> office.claim(c).at("/standing/status"))
          .containsExactly("Sent", "Undelivered", "Undelivered");
      var third = office.claim(claims.getLast());
      assertThat(third.at("/standing/why"))
          .startsWith("The payer has not got it: its file " + names.getLast() + " waits for ");
      assertThat(third.at("/standing/next")).contains("It is tried again by itself from ");
      assertThat(office.page("/claims?q=" + claims.getLast().controlNumber()))
          .contains("Undelivered", "Its file has not arrived: see Connections");

      tryAll(office);
      var down = office.post(Role.BILLER, "/exchange", "").is(200).json().at("/0");
      assertThat(down.at("/sent").asInt()).isZero();
      assertThat(down.at("/troubles/0").asString())
          .contains("cannot be reached: it takes no connection. It is tried again by itself.");
      assertThat(connection(office, line).at("/trouble").asString()).contains("cannot be reached");
      assertThat(stages(office)).containsExactly("DELIVERED", "UPLOADED", "WAITING");

      server.startAgain();
      tryAll(office);
      var up = office.post(Role.BILLER, "/exchange", "").is(200).json().at("/0");

      assertThat(up.at("/troubles").size()).as(up.toString()).isZero();
      assertThat(up.at("/sent").asInt()).isEqualTo(2);
      assertThat(stages(office)).containsOnly("DELIVERED");
      assertThat(claims)
          .allSatisfy(c -> assertThat(office.claim(c).at("/standing/status")).isEqualTo("Sent"));
      assertThat(server.received()).containsExactlyInAnyOrderElementsOf(names);
      for (String name : names) {
        assertThat(Files.readString(server.files.resolve("in").resolve(name)))
            .isEqualTo(new OfficeRecords(office).sent(name));
      }
      assertThat(connection(office, line).at("/trouble").isNull()).isTrue();
      office.post(Role.BILLER, "/exchange", "").is(200);
      assertThat(server.received()).hasSize(3);
      assertThat(claims).allSatisfy(c -> assertThat(office.owed(c)).isEqualTo("150.00"));
    }
  }

  @Test
  void aClaimWhoseFileWaitsIsNeitherSentAgainNorAskedAbout() throws Exception {
    var office = new Office("wtg", "1003001314");
    try (var server = new SftpServerForTests(folder)) {
      way(
          office,
          connection(office, "clearing house", server.port(), server.hostKey(), "in", "out"));
      server.stop();
      var claim = office.billed(office.member(), "99213");
      office.post(Role.BILLER, "/payers/harbor/submissions", "").is(200);
      String path = "/claims/" + claim.publicId();

      var again =
          office.post(Role.BILLER, path + "/send-again", "{\"reason\": \"No file came\"}").is(409);
      var asked =
          office.post(
              Role.BILLER, "/claims/silent/ask", "{\"claims\": [\"" + claim.publicId() + "\"]}");

      assertThat(again.text()).contains("still waits for clearing house", "would go twice");
      assertThat(asked.is(200).at("/left/0")).contains("has not arrived", "cannot know it");
      assertThat(office.claim(claim).at("/status")).isEqualTo("SENT");
      server.startAgain();
      tryAll(office);
      office.post(Role.BILLER, "/exchange", "").is(200);
      office.post(Role.BILLER, path + "/send-again", "{\"reason\": \"No file came\"}").is(200);
    }
  }

  @Test
  void theStandbyGetsTheFileUnderItsOwnIdOfTheReceiverAndNumberOfThePayer() throws Exception {
    var office = new Office("stb", "1553001078");
    try (var first = new SftpServerForTests(folder);
        var second = new SftpServerForTests(folder.resolve("second"))) {
      String one = connection(office, "first house", first.port(), first.hostKey(), "in", "out");
      String other =
          connection(office, "second house", second.port(), second.hostKey(), "in", "out");
      office
          .put(
              Role.MANAGER,
              "/payers/harbor",
              """
              {"numbers": [{"clearinghouse": "first house", "kind": "", "identifier": "HBRONE"},
               {"clearinghouse": "second house", "kind": "837P", "identifier": "HBRTWO"}]}\
              """)
          .is(200);
      String ways =
          """
          {"payer": "harbor", "files": "837P", "connection": "%s", "receiverId": "HOUSE1", "standby": "%s",
           "standbyReceiverId": "%s"}
          """;
      office.put(Role.MANAGER, "/ways", ways.formatted(one, other, "*")).is(409);
      office.put(Role.MANAGER, "/ways", ways.formatted(one, other, "house2")).is(200);
      assertThat(office.page("/connections")).contains("HOUSE1, standby HOUSE2");
      var claim = office.billed(office.member(), "99213");
      String name =
          office.post(Role.BILLER, "/payers/harbor/submissions", "").is(200).at("/files/0");
      String written = new OfficeRecords(office).sent(name);
      assertThat(written).contains("*HOUSE1         *", "*46*HBRONE~", "*PI*HBRONE~");
      first.stop();

      for (int i = 0; i < 4; i++) {
        tryAll(office);
        office.post(Role.BILLER, "/exchange", "").is(200);
      }

      assertThat(stages(office)).containsExactly("DELIVERED");
      String went = name.replace(".x12", "-readdressed.x12");
      assertThat(second.received()).containsExactly(went);
      assertThat(Files.readString(second.files.resolve("in").resolve(went)))
          .isEqualTo(
              written
                  .replace("*HOUSE1         *", "*HOUSE2         *")
                  .replace("*HOUSE1*", "*HOUSE2*")
                  .replace("*HBRONE~", "*HBRTWO~"));
      assertThat(new OfficeRecords(office).sent(name)).isEqualTo(written);
      assertThat(office.claim(claim).at("/status")).isEqualTo("SENT");
      assertThat(office.owed(claim)).isEqualTo("150.00");
    }
  }

  @Test
  void aQuestionIsGivenOutAsItWentByTheStandby() throws Exception {
    var office = new Office("qst", "1003008046");
    try (var first = new SftpServerForTests(folder);
        var second = new SftpServerForTests(folder.resolve("second"))) {
      String one = connection(office, "first house", first.port(), first.hostKey(), "in", "out");
      String other =
          connection(office, "second house", second.port(), second.hostKey(), "in", "out");
      office
          .put(
              Role.MANAGER,
              "/ways",
              """
              {"payer": "harbor", "files": "270", "connection": "%s", "receiverId": "HOUSE1", "standby": "%s",
               "standbyReceiverId": "HOUSE2"}
              """
                  .formatted(one, other))
          .is(200);
      var patient = office.inside(() -> office.registered(office.member()));
      long coverage =
          office.inside(
              () -> office.server.bean(Coverages.class).ofPatient(patient.id()).getFirst().id());
      String check =
          office
              .post(
                  Role.FRONT_DESK,
                  "/eligibility/checks",
                  "{\"coverage\": %d, \"asOf\": \"%s\"}".formatted(coverage, Office.TODAY))
              .is(201)
              .at("/id");
      String question = "/eligibility/" + check + "/files/question";
      assertThat(office.get(Role.FRONT_DESK, question).is(200).text()).contains("HOUSE1 ");
      first.stop();

      for (int i = 0; i < 4; i++) {
        tryAll(office);
        office.post(Role.BILLER, "/exchange", "").is(200);
      }

      String went = second.received().getFirst();
      assertThat(office.get(Role.FRONT_DESK, question).is(200).text())
          .contains("HOUSE2 ")
          .doesNotContain("HOUSE1")
          .isEqualTo(Files.readString(second.files.resolve("in").resolve(went)));
    }
  }

  private static void tryAll(Office office) {
    for (JsonNode one : Office.rows(office.get(Role.BILLER, "/deliveries"))) {
      if (one.at("/stage").asString().equals("DELIVERED")) continue;
      office.post(Role.BILLER, "/deliveries/" + one.at("/id").asString() + "/retry", "").is(200);
    }
  }

  /// The payers of the demo month as another process.
  private record Payers(Process process, int port, String hostKey) implements AutoCloseable {
    static Payers start(Path folder, int daysAhead) throws IOException {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  PayerProcess.class.getName(),
                  folder.toString(),
                  SftpServerForTests.PASSWORD,
                  Integer.toString(daysAhead))
              .redirectError(folder.resolve("errors.txt").toFile())
              .start();
      for (String said; (said = process.inputReader(StandardCharsets.UTF_8).readLine()) != null; ) {
        if (!said.startsWith("listening ")) continue;
        String[] parts = said.split(" ");
        return new Payers(process, Integer.parseInt(parts[1]), parts[2]);
      }
      throw new AssertionError(Files.readString(folder.resolve("errors.txt")));
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Goes rounds until so many files have come.
  private static List<String> fetched(Office office, int files) throws InterruptedException {
    var fetched = new ArrayList<String>();
    var until = Instant.now().plus(Duration.ofMinutes(2));
    while (fetched.size() < files && Instant.now().isBefore(until)) {
      Thread.sleep(200);
      var visit = office.post(Role.BILLER, "/exchange", "").is(200).json().at("/0");
      assertThat(visit.at("/troubles").size()).as(visit.toString()).isZero();
      visit.at("/received").forEach(name -> fetched.add(name.asString()));
    }
    return fetched.stream().map(name -> name.substring(0, name.indexOf('-'))).sorted().toList();
  }

  @Test
  void aClaimIsAcknowledgedAndPaidByPayersInAnotherProcess() throws Exception {
    var office = new Office("prc", "1553001094");
    office.put(Role.MANAGER, "/payers/harbor", "{\"claimsNumber\": \"PFMCD\"}").is(200);
    var claim = office.billed("5501238841", "99213");
    String line;
    try (var payers = Payers.start(folder, 0)) {
      line =
          connection(
              office, "payers", payers.port(), payers.hostKey(), "prairie/in", "prairie/out");
      way(office, line);
      office.post(Role.BILLER, "/payers/harbor/submissions", "").is(200);
      assertThat(office.claim(claim).at("/status")).isEqualTo("SENT");

      assertThat(fetched(office, 3)).containsExactly("277CA", "999", "TA1");

      assertThat(office.claim(claim).at("/status")).isEqualTo("AT_PAYER");
      assertThat(office.owed(claim)).isEqualTo("150.00");
      assertThat(office.next(claim)).startsWith("Wait for the remittance");
      assertThat(office.clocks(claim, "STOPPED").get("TIMELY_FILING").at("/state").asString())
          .isEqualTo("MET");
    }
    assertThat(office.post(Role.BILLER, "/exchange", "").is(200).at("/0/troubles/0"))
        .contains("cannot be reached");

    try (var payers = Payers.start(folder, 30)) {
      moved(office, line, payers.port(), "SHA256:" + "A".repeat(43));
      assertThat(office.post(Role.BILLER, "/exchange", "").is(200).at("/0/troubles/0"))
          .contains("which is not the pinned one", "Nothing was sent");
      moved(office, line, payers.port(), payers.hostKey());

      assertThat(fetched(office, 1)).containsExactly("835");

      assertThat(office.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
      assertThat(office.claim(claim).json().at("/decisions").size()).isEqualTo(1);
      assertThat(office.owed(claim)).isEqualTo("0.00");
      assertThat(office.ofPatient(claim)).isEqualTo("0.00");
      assertThat(office.next(claim)).isEqualTo("Nothing: the payer's part is settled");
      assertThat(office.isBalanced()).isTrue();
    }
  }

  private static void moved(Office office, String line, int port, String hostKey) {
    office
        .put(
            Role.MANAGER,
            "/connections/" + line,
            """
            {"version": %d, "settings": {"name": "payers", "kind": "SFTP", "usage": "LIVE", "address": "localhost:%d",
             "user": "practice", "hostKeys": "%s", "secret": "story", "outFolder": "prairie/in", "inFolder": "prairie/out"}}
            """
                .formatted(connection(office, line).at("/version").asInt(), port, hostKey))
        .is(200);
  }
}
