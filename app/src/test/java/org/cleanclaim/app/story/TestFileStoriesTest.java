package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

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
  private static final Office OFFICE = new Office("tst", "1003001041");

  @TempDir Path folder;

  private static int ways;

  private void way(String usage) {
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
}
