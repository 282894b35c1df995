package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Charts that are opened again after their claims were made, and what their new codes do to the
/// claims.
class ChangedCodeStoriesTest {
  private static final Office OFFICE = new Office("chg", "1845001118");
  private static final String ADDENDUM =
      """
      {"name": "Addendum", "text": "Addendum. Assessment: Type 2 diabetes mellitus."}
      """;

  private static String visit(BilledClaim claim) {
    return OFFICE.inside(
        () -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()).publicId().toString());
  }

  private static void change(String chart, String kind, String code, String more) {
    String revision = OFFICE.get(Role.CODER, chart).is(200).at("/revision");
    OFFICE
        .post(
            Role.CODER,
            chart + "/changes",
            """
            {"key": "%s", "revision": %s, "kind": "%s", "system": "ICD10CM", "code": "%s"%s}
            """
                .formatted(UUID.randomUUID(), revision, kind, code, more))
        .is(200);
  }

  private static void finalizeCodes(String chart) {
    ApiAnswer signed = OFFICE.post(Role.CODER, chart + "/finalize", "").is(200);
    assertThat(signed.at("/isFinal")).as(signed.text()).isEqualTo("true");
  }

  private static boolean isProposed(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")).stream()
        .filter(v -> v.at("/controlNumber").asString().equals(claim.controlNumber()))
        .map(v -> v.at("/gap").asString())
        .anyMatch("CODES_CHANGED"::equals);
  }

  private static String diagnoses(ApiAnswer claim) {
    return claim.json().at("/diagnoses").valueStream().map(JsonNode::asString).toList().toString();
  }

  @Test
  void aLateDocumentAfterTheClaimWasSentEndsInACorrectedClaim() {
    var claim = OFFICE.atPayer("99213");
    String chart = "/charts/" + visit(claim);
    OFFICE.post(Role.CODER, "/encounters/" + visit(claim) + "/documents", ADDENDUM).is(201);

    assertThat(OFFICE.get(Role.CODER, chart).at("/status")).isEqualTo("REOPENED");
    assertThat(OFFICE.get(Role.CODER, chart + "/work").at("/reopenedFor"))
        .isEqualTo("late document: Addendum");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(isProposed(claim)).as("nothing is final yet").isFalse();
    change(chart, "ACCEPT", "E119", "");
    OFFICE.post(Role.CODER, chart + "/late-documents/seen", "").is(200);
    finalizeCodes(chart);

    assertThat(isProposed(claim)).isTrue();
    assertThat(OFFICE.next(claim)).startsWith("Bring it up to the final codes of its chart");
    assertThat(OFFICE.page("/claims/" + claim.publicId())).contains("E11.9 added");
    assertThat(OFFICE.page("/reconciliation")).contains("Codes changed");
    OFFICE.post(Role.CODER, "/claims/" + claim.publicId() + "/late-charges", "").is(403);
    var made =
        OFFICE.post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "").is(200);
    var corrected = OFFICE.get(Role.BILLER, "/claims/" + made.at("/claim")).is(200);
    assertThat(diagnoses(corrected)).isEqualTo("[I10, E11.9]");
    assertThat(corrected.json().at("/chain").size()).isEqualTo(2);
    assertThat(isProposed(claim)).isFalse();
    assertThat(OFFICE.next(claim)).startsWith("Wait for the remittance");
    assertThat(new String(OFFICE.submitted(), StandardCharsets.ISO_8859_1))
        .contains("HI*ABK:I10*ABF:E119~", ":7*Y*");
    assertThat(OFFICE.owed(claim)).as("owed once").isEqualTo("150.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void anUnsentClaimWaitsWhileItsChartIsOpenAndHasItsCodesAfterwards() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String chart = "/charts/" + visit(claim);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    OFFICE.post(Role.CODER, chart + "/reopen", "{\"reason\": \"A code is missing\"}").is(204);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.next(claim)).isEqualTo("Wait until the codes of its chart are final again");
    OFFICE.post(Role.BILLER, "/claims/" + claim.publicId() + "/scrub", "").is(200);
    assertThat(OFFICE.claim(claim).at("/status")).as("scrubbed meanwhile").isEqualTo("HELD");
    change(chart, "ADD", "E785", ", \"reason\": \"OTHER_SOURCE\"");
    finalizeCodes(chart);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(diagnoses(OFFICE.claim(claim))).isEqualTo("[I10, E78.5]");
    assertThat(isProposed(claim)).isFalse();
    OFFICE.submitted();
  }

  @Test
  void aChartThatIsSignedAgainWithTheSameCodesChangesNoClaim() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String chart = "/charts/" + visit(claim);
    OFFICE.post(Role.CODER, chart + "/reopen", "{\"reason\": \"To look again\"}").is(204);
    finalizeCodes(chart);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.page("/claims/" + claim.publicId())).doesNotContain("Revised");
    OFFICE.submitted();
  }

  @Test
  void codesThatAreTakenBackAgainAreProposedNoMore() {
    var claim = OFFICE.atPayer("99213");
    String chart = "/charts/" + visit(claim);
    OFFICE.post(Role.CODER, chart + "/reopen", "{\"reason\": \"A code is missing\"}").is(204);
    change(chart, "ADD", "E785", ", \"reason\": \"OTHER_SOURCE\"");
    finalizeCodes(chart);
    assertThat(isProposed(claim)).isTrue();

    OFFICE.post(Role.CODER, chart + "/reopen", "{\"reason\": \"It was wrong\"}").is(204);
    change(chart, "REMOVE", "E785", ", \"reason\": \"NOT_SUPPORTED\"");
    finalizeCodes(chart);
    assertThat(isProposed(claim)).isFalse();
    assertThat(OFFICE.next(claim)).startsWith("Wait for the remittance");
  }
}
