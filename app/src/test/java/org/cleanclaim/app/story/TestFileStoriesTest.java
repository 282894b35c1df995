package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.submission.FilingProof;
import org.cleanclaim.app.submission.FilingProofs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Claims that go out as a test first: nothing is filed by it.
class TestFileStoriesTest {
  private static final Office OFFICE = new Office("tst", "1553001086");

  @TempDir Path folder;

  private static int ways;

  private String way(String usage) {
    String connection =
        OFFICE
            .post(
                Role.MANAGER,
                "/connections",
                """
                {"settings": {"name": "folder %3$d", "kind": "FOLDER", "usage": "%1$s", "address": "%2$s",
                 "outFolder": "in", "inFolder": "out"}}
                """
                    .formatted(usage, folder, ++ways))
            .is(200)
            .at("/id");
    OFFICE
        .put(
            Role.MANAGER,
            "/ways",
            "{\"payer\": \"harbor\", \"files\": \"837P\", \"connection\": \"%s\", \"receiverId\": \"HOUSE1\"}"
                .formatted(connection))
        .is(200);
    return connection;
  }

  private static FilingProof proof(BilledClaim claim) {
    return OFFICE.inside(() -> OFFICE.server.bean(FilingProofs.class).of(claim));
  }

  @Test
  void aTestFilesNothingAndTheClaimStaysToBeSentLive() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213");
    way("TEST");

    OFFICE.deliver(OFFICE.box(List.of(member)));

    var tested = OFFICE.claim(claim);
    assertThat(tested.at("/status")).isEqualTo("READY");
    assertThat(tested.at("/standing/why")).startsWith("Test accepted: The 277CA accepts it");
    assertThat(tested.at("/standing/next")).isEqualTo("Send it to the payer");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("TIMELY_FILING");
    assertThat(proof(claim).proving()).isEmpty();
    assertThat(proof(claim).verdict()).startsWith("The claim was sent as a test only");

    way("LIVE");
    OFFICE.deliver(OFFICE.box(List.of(member)));

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("TIMELY_FILING");
    assertThat(proof(claim).sendings())
        .extracting(FilingProof.Sending::isTest)
        .containsExactly(true, false);
    assertThat(proof(claim).proving()).as("the file still waits to be carried").isEmpty();
    OFFICE.post(Role.BILLER, "/exchange", "").is(200);
    var proving = proof(claim).proving().orElseThrow();
    assertThat(proving.deliveredAt()).isAfter(proving.sentAt());
    assertThat(proving.isTest()).isFalse();
  }

  @Test
  void aRefusedTestIsToldAndRejectsNoClaim() {
    way("TEST");
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    var sent = OFFICE.submitted();

    OFFICE.take("refused.999", RefusedFile.refusal(sent)).is(200);

    var tested = OFFICE.claim(claim);
    assertThat(tested.at("/status")).isEqualTo("READY");
    assertThat(tested.at("/standing/why")).startsWith("Test refused: ");
  }

  @Test
  void aTestThatWaitsDoesNotGoWhenItsConnectionIsForRealFilesByThen() {
    way("TEST");
    OFFICE.billed(OFFICE.member(), "99213");
    OFFICE.submitted();
    var connection =
        Office.rows(OFFICE.get(Role.MANAGER, "/connections")).stream()
            .filter(c -> c.at("/settings/name").asString().equals("folder " + ways))
            .findFirst()
            .orElseThrow();
    OFFICE
        .put(
            Role.MANAGER,
            "/connections/" + connection.at("/id").asString(),
            """
            {"version": %d, "settings": {"name": "folder %d", "kind": "FOLDER", "usage": "LIVE", "address": "%s",
             "outFolder": "in", "inFolder": "out"}}
            """
                .formatted(connection.at("/version").asInt(), ways, folder))
        .is(200);

    OFFICE.post(Role.BILLER, "/exchange", "").is(200);

    var waiting = Office.rows(OFFICE.get(Role.BILLER, "/deliveries")).getFirst();
    assertThat(waiting.at("/stage").asString()).isEqualTo("WAITING");
    assertThat(waiting.at("/trouble").asString())
        .contains("It is a test file and folder " + ways + " is for live files by now.");
    assertThat(folder.resolve("in")).isEmptyDirectory();
  }

  private static byte[] withUsage(byte[] file, char usage) {
    byte[] changed = file.clone();
    changed[102] = (byte) usage;
    return changed;
  }

  private static String untaken(Office office) {
    return office.get(Role.MANAGER, "/files/untaken").is(200).text();
  }

  @Test
  void aTestThatAnswersLiveClaimsMovesNone() {
    way("LIVE");
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    var sent = OFFICE.submitted();
    way("TEST");

    var report = OFFICE.take("test.999", withUsage(RefusedFile.refusal(sent), 'T')).is(200).text();

    assertThat(report).contains("FILE-USAGE", "which went out live. Nothing was changed.");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("SENT");
    assertThat(untaken(OFFICE)).contains("test.999", "It is a test file and answers interchange");
  }

  @Test
  void whereNothingIsSentAsATestNoTestIsWorked() {
    var office = new Office("liv", "1003008020");
    var claim = office.billed(office.member(), "99213");
    var sent = office.submitted();

    var report = office.take("test.999", withUsage(RefusedFile.refusal(sent), 'T')).is(200).text();

    assertThat(report).contains("no connection is for tests. Nothing of it was worked.");
    assertThat(office.claim(claim).at("/status")).isEqualTo("SENT");
    assertThat(untaken(office)).contains("test.999");
    office.take("live.999", RefusedFile.refusal(sent)).is(200);
    assertThat(office.claim(claim).at("/status")).isEqualTo("REJECTED");
  }

  @Test
  void aConnectionForLiveFilesBringsNoTestAndOneForTestsNothingLive() throws Exception {
    String live = way("LIVE");
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    var refusal = RefusedFile.refusal(OFFICE.submitted());
    Files.createDirectories(folder.resolve("out"));
    Files.write(folder.resolve("out/one.999"), withUsage(refusal, 'T'));
    OFFICE.post(Role.BILLER, "/exchange", "").is(200);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("SENT");
    assertThat(untaken(OFFICE))
        .contains("It is a test file and came over folder %d, which is for live".formatted(ways));
    OFFICE.post(Role.MANAGER, "/connections/" + live + "/pause", "").is(200);

    way("TEST");
    Files.write(folder.resolve("out/two.999"), refusal);
    OFFICE.post(Role.BILLER, "/exchange", "").is(200);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("SENT");
    assertThat(untaken(OFFICE))
        .contains("It is a live file and came over folder %d, which is for test".formatted(ways));
  }

  @Test
  void aRemittanceInATestFileIsPostedOnlyWhenItComesLive() {
    var office = new Office("trm", "1003008038");
    String member = office.member();
    var claim = office.billed(member, "99213");
    var harbor = office.box(List.of(member));
    office.deliver(harbor);
    var paid =
        harbor.payRun(Office.TODAY.minusDays(2).atTime(6, 0)).stream()
            .filter(f -> f.kind().equals("835"))
            .findFirst()
            .orElseThrow();
    String owed = office.owed(claim);

    var tested = office.take("test.835", withUsage(paid.bytes(), 'T')).is(200);

    assertThat(tested.text()).contains("The remittance came in a test file (ISA15 is T)");
    assertThat(office.owed(claim)).isEqualTo(owed);
    assertThat(office.get(Role.BILLER, "/remittances/exceptions").text()).contains("TEST_FILE");

    office.take("live.835", paid.bytes()).is(200);

    assertThat(office.owed(claim)).isEqualTo("0.00");
    assertThat(office.get(Role.BILLER, "/remittances/exceptions").text())
        .doesNotContain("TEST_FILE");
  }
}
