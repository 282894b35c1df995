package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of remittances and of other received files waits for a person, and what of it leaves by
/// itself.
class RemittanceQueueStoriesTest {
  private static final Office OFFICE = new Office("rmq", "1003000126");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  @Test
  void aClaimOfAnotherPayerOrASmallerOneIsMatchedOnlyWithAWord() {
    var claim = OFFICE.atPayer("20610");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("NOBODY78", OFFICE.atPayer("99213"), "1", PAID).arrives();
    String id = OFFICE.waiting(trace).getFirst().at("/id").asString();
    String match = "/remittances/exceptions/" + id + "/match";
    String body = "{\"claim\": \"%s\", \"reason\": \"%s\"}";

    var refused =
        OFFICE.post(Role.BILLER, match, body.formatted(claim.controlNumber(), "")).is(409);

    assertThat(refused.at("/detail"))
        .contains("was billed at 120.00, the payer says 150.00", "write why");
    assertThat(OFFICE.waiting(trace)).hasSize(1);
    var matched =
        OFFICE
            .post(Role.BILLER, match, body.formatted(claim.controlNumber(), "The payer told so"))
            .is(200);
    assertThat(matched.at("/outcome")).endsWith("The payer told so");
    assertThat(OFFICE.owed(claim)).isEqualTo("-30.00");
    assertThat(OFFICE.waiting(trace))
        .singleElement()
        .satisfies(e -> assertThat(e.at("/kind").asString()).isEqualTo("CREDIT_LEFT"));
  }

  @Test
  void aRemittanceThatCannotBeReadWaitsOnAList() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    String file =
        new String(
            new Remitted(OFFICE, trace).line(claim, "1", PAID).file(), StandardCharsets.ISO_8859_1);
    String name = "notrace-" + trace + ".835";

    OFFICE
        .take(name, file.replaceFirst("TRN\\*[^~]*~", "").getBytes(StandardCharsets.ISO_8859_1))
        .is(200);

    var waiting =
        Office.rows(OFFICE.get(Role.BILLER, "/files/untaken")).stream()
            .filter(f -> f.at("/name").asString().equals(name))
            .toList();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().at("/why").asString()).isNotBlank();
    assertThat(OFFICE.page("/connections")).contains(name);
    assertThat(OFFICE.page("/")).contains("Files nobody could take");
    String settle = "/files/untaken/" + waiting.getFirst().at("/id").asString() + "/settle";
    OFFICE.post(Role.BILLER, settle, "{\"reason\": \"no\"}").is(409);
    OFFICE.post(Role.BILLER, settle, "{\"reason\": \"The payer sends it anew\"}").is(204);
    OFFICE.post(Role.BILLER, settle, "{\"reason\": \"The payer sends it anew\"}").is(409);
    assertThat(OFFICE.page("/connections")).doesNotContain(name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "SE01 counts, SE\\*(\\d+), SE*9$1",
    "SE02 does not repeat, (SE\\*\\d+\\*)\\d+, $18888",
    "GE01 counts, GE\\*1, GE*2",
    "GE02 does not repeat, (GE\\*1\\*)\\d+, $17",
    "IEA01 counts, IEA\\*1, IEA*3",
    "IEA02 does not repeat, (IEA\\*1\\*)\\d+, $1000000000",
    "SE01 counts, CAS[^~]*~, ''",
    "is not closed, SE\\*\\d+\\*\\d+~, ''",
  })
  void whatHasLostItsEnvelopeIsNotPostedUntilItComesWhole(String told, String part, String by) {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    byte[] whole = new Remitted(OFFICE, trace).line(claim, "1", PAID).file();
    String damaged = new String(whole, StandardCharsets.ISO_8859_1).replaceFirst(part, by);

    OFFICE.take(trace + ".835", damaged.getBytes(StandardCharsets.ISO_8859_1)).is(200);

    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    var waiting = OFFICE.waiting(trace).getFirst();
    assertThat(waiting.at("/kind").asString()).isEqualTo("DAMAGED");
    assertThat(waiting.at("/sentence").asString()).contains(told, "segment ");
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/%s/release".formatted(waiting.at("/id").asString()),
            "{\"reason\": \"It looks right\"}")
        .is(409);

    OFFICE.take(trace + "-again.835", whole).is(200);

    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }

  @Test
  void aDamagedRemittanceThatWasPutAsideIsPostedWhenItComesWhole() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    byte[] whole = new Remitted(OFFICE, trace).line(claim, "1", PAID).file();
    String damaged =
        new String(whole, StandardCharsets.ISO_8859_1).replaceFirst("SE\\*\\d+", "SE*3");
    OFFICE.take(trace + ".835", damaged.getBytes(StandardCharsets.ISO_8859_1)).is(200);
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/%s/discard"
                .formatted(OFFICE.waiting(trace).getFirst().at("/id").asString()),
            "{\"reason\": \"The payer sends it anew\"}")
        .is(200);

    OFFICE.take(trace + "-again.835", whole).is(200);

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }

  @Test
  void receiptsOfQuestionsAndAnswersOfPayersAreNoFilesThatNobodyTook() {
    assertThat(DemoServer.shared().get("bill", "/api/v1/files/untaken").body()).isEqualTo("[]");
  }

  @Test
  void aPaymentDatedFarAheadWaitsForAPerson() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();

    new Remitted(OFFICE, trace).paidOn(Office.TODAY.plusYears(3)).line(claim, "1", PAID).arrives();

    assertThat(OFFICE.waiting(trace).getFirst().at("/kind").asString()).isEqualTo("DAY_TO_COME");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/%s/release"
                .formatted(OFFICE.waiting(trace).getFirst().at("/id").asString()),
            "{\"reason\": \"The bank has it so\"}")
        .is(200);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }

  @Test
  void aCreditThatAReplacementExplainsWaitsForNobody() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + claim.publicId() + "/corrections",
            "{\"how\": \"REPLACEMENT\", \"reason\": \"The units were wrong\"}")
        .is(200);
    OFFICE.submitted();
    var replacement =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
    String trace = OFFICE.trace();

    new Remitted(OFFICE, trace).line(claim, "22", PAID).line(replacement, "1", PAID).arrives();

    assertThat(OFFICE.waiting(trace)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.owed(replacement)).isEqualTo("0.00");
  }
}
