package org.cleanclaim.app.underpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.denial.MoneyDesk;
import org.cleanclaim.app.remittance.EobEntry;
import org.cleanclaim.app.remittance.TypedEob;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// In the demo month one payer pays a line under its contract.
class UnderpaymentsTest {
  private static final String CONTRACT =
      """
      contract: Renewal
      from: 2031-01-01
      terms: [{name: all, pays: {percent_of_charge: 0.60}}]
      """;

  private final DemoServer server = DemoServer.shared();

  private JsonNode list(String query) {
    var answer = server.get("bill", "/api/v1/underpayments" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void aPostedRemittanceOpensOneForEachLineBelowTheContract() {
    var found = list("?state=all");

    assertThat(found).isNotEmpty();
    for (JsonNode one : found) {
      Money expected = Money.of(one.path("expected").asString());
      Money steps = Money.ZERO;
      for (JsonNode step : one.path("steps")) {
        steps = steps.plus(Money.of(step.path("amount").asString()));
      }
      assertThat(steps).isEqualTo(expected);
      assertThat(Money.of(one.path("allowed").asString())).isLessThan(expected);
      assertThat(one.path("term").asString()).isNotEmpty();
      assertThat(one.path("reasons").toString()).contains("CO-45");
    }
  }

  @Test
  void theListIsFilteredAndExported() {
    var all = list("?state=all");
    String payer = all.path(0).path("payerSlug").asString();

    assertThat(list("?state=all&payer=" + payer)).isNotEmpty();
    assertThat(list("?state=all&payer=nobody")).isEmpty();
    assertThat(list("?state=all&reason=co-45&sort=payer")).hasSize(all.size());
    assertThat(list("?state=all&reason=no+such+term")).isEmpty();
    assertThat(server.get("bill", "/api/v1/underpayments?state=lost").statusCode()).isEqualTo(400);
    assertThat(server.get("casey", "/api/v1/underpayments").statusCode()).isEqualTo(403);
    assertThat(server.get("bill", "/underpayments?state=ALL").body())
        .contains(all.path(0).path("controlNumber").asString());
    assertThat(server.get("bill", "/underpayments.csv?state=ALL").body().lines().count())
        .isEqualTo(all.size() + 1);
  }

  @Test
  void whatWasDoneIsKeptAndAClosedOneStays() {
    var one = list("?state=all").path(0);
    String path = "/api/v1/underpayments/" + one.path("id").asString();

    var noNote = server.as("bill").send("POST", path, "{\"state\":\"disputed\"}");
    var tooMuch =
        server
            .as("bill")
            .send(
                "POST",
                path,
                "{\"state\":\"recovered\",\"note\":\"paid\",\"recovered\":\"999999.00\"}");
    var disputed =
        server.as("bill").send("POST", path, "{\"state\":\"disputed\",\"note\":\"call 4711\"}");
    var recovered =
        server
            .as("bill")
            .send(
                "POST", path, "{\"state\":\"recovered\",\"note\":\"paid\",\"recovered\":\"0.01\"}");
    var again = server.as("bill").send("POST", path, "{\"state\":\"accepted\",\"note\":\"no\"}");

    assertThat(noNote.statusCode()).isEqualTo(400);
    assertThat(tooMuch.statusCode()).isEqualTo(400);
    assertThat(disputed.statusCode()).isEqualTo(200);
    assertThat(recovered.body()).contains("call 4711").contains("\"recovered\":\"0.01\"");
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("It is closed: recovered.");
    assertThat(server.get("bill", path.replace("/api/v1", "")).body()).contains("call 4711");
  }

  @Test
  void aContractIsKeptByItsDaysAndAFaultyOneIsRefused() {
    String payer = list("?state=all").path(0).path("payerSlug").asString();
    String path = "/api/v1/payers/" + payer + "/contracts";
    var json = JsonMapper.shared();

    var added =
        server
            .as("mara")
            .send("POST", path, json.createObjectNode().put("text", CONTRACT).toString());
    var next =
        server
            .as("mara")
            .send(
                "POST",
                path,
                json.createObjectNode().put("text", CONTRACT.replace("2031", "2032")).toString());
    var faulty = server.as("mara").send("POST", path, "{\"text\":\"contract: X\"}");
    var kept = server.get("mara", path).body();

    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(faulty.statusCode()).isEqualTo(400);
    assertThat(faulty.body()).contains("from");
    assertThat(kept).contains("\"from\":\"2031-01-01\",\"until\":\"2032-01-01\"");
    assertThat(server.get("mara", "/contracts").body()).contains("Renewal");
  }

  /// The payer allows one dollar of the whole claim and names no services.
  @Test
  void aPaymentWithoutServicesIsComparedWithTheClaimAsAWhole() {
    var desk = new MoneyDesk();
    var listed = list("?state=all").path(0);
    UUID claimId = UUID.fromString(listed.path("claimId").asString());

    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.claims.find(claimId).orElseThrow().snapshot();
          String charge = claim.totalCharge().toString();
          String most = claim.totalCharge().minus(Money.of("1.00")).toString();
          var found =
              opened(
                  desk,
                  "WHOLE-1",
                  claim.payer().id().value(),
                  "0.00",
                  new TypedEob.TypedClaim(
                      claim.controlNumber().value(),
                      null,
                      null,
                      charge,
                      "0.00",
                      List.of(
                          new TypedEob.TypedAdjustment("CO", "45", most),
                          new TypedEob.TypedAdjustment("PR", "1", "1.00")),
                      null,
                      null));

          assertThat(found).hasSize(1);
          assertThat(found.getFirst().procedure()).isEqualTo("whole claim");
          assertThat(found.getFirst().line()).isNull();
          assertThat(found.getFirst().charged()).isEqualTo(claim.totalCharge());
          assertThat(found.getFirst().allowed()).isEqualTo(Money.of("1.00"));
          assertThat(Money.sum(found.getFirst().steps().stream().map(PriceStep::amount).toList()))
              .isEqualTo(found.getFirst().expected());
          assertThat(found.getFirst().servedOn()).isEqualTo(claim.servedFrom().orElseThrow());
        });
  }

  /// A line that the payer decides in two pieces is compared as one.
  @ParameterizedTest
  @CsvSource({"0.00, 0", "5.00, 1"})
  void aLineInPiecesIsComparedAsOne(String less, int opened) {
    var desk = new MoneyDesk();
    var listed = list("?state=all").path(0);
    UUID claimId = UUID.fromString(listed.path("claimId").asString());
    int number = listed.path("line").asInt();
    Money allowed = Money.of(listed.path("expected").asString()).minus(Money.of(less));

    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.claims.find(claimId).orElseThrow().snapshot();
          var line =
              claim.lines().stream().filter(l -> l.number() == number).findFirst().orElseThrow();
          Money charge = line.charge();
          Money one = Money.of("1.00");
          var pieces =
              List.of(
                  piece(number, line.procedure().value(), one, one),
                  piece(number, line.procedure().value(), charge.minus(one), allowed.minus(one)));
          var found =
              opened(
                  desk,
                  "PIECES-" + opened,
                  claim.payer().id().value(),
                  allowed.toString(),
                  new TypedEob.TypedClaim(
                      claim.controlNumber().value(),
                      null,
                      null,
                      charge.toString(),
                      allowed.toString(),
                      null,
                      null,
                      pieces));

          assertThat(found).hasSize(opened);
          if (opened == 0) return;
          assertThat(found.getFirst().line()).isEqualTo(number);
          assertThat(found.getFirst().charged()).isEqualTo(charge);
          assertThat(found.getFirst().allowed()).isEqualTo(allowed);
        });
  }

  /// Posts an EOB about one claim that somebody types, compares it with the contract, and says what
  /// that opens.
  private static List<Underpayment> opened(
      MoneyDesk desk, String trace, String payer, String paid, TypedEob.TypedClaim claim) {
    var eob =
        new TypedEob(payer, trace, null, LocalDate.of(2026, 11, 27), paid, List.of(claim), null);
    var taken = (EobEntry.Result.Taken) desk.server.bean(EobEntry.class).post(eob);
    long remittance =
        desk.jdbc
            .sql("select remittance_id from remittance where public_id = :id")
            .param("id", taken.result().publicId())
            .query(Long.class)
            .single();
    desk.server.bean(Underpayments.class).compare(remittance);
    return desk
        .server
        .bean(UnderpaymentLists.class)
        .page(
            new UnderpaymentLists.Filter(
                UnderpaymentLists.Shown.ALL, null, null, UnderpaymentLists.Order.AMOUNT),
            1)
        .rows()
        .stream()
        .filter(one -> one.trace().equals(trace))
        .toList();
  }

  private static TypedEob.TypedService piece(
      int line, String procedure, Money charged, Money paid) {
    Money off = charged.minus(paid);
    return new TypedEob.TypedService(
        line,
        procedure,
        null,
        null,
        charged.toString(),
        null,
        null,
        paid.toString(),
        off.isZero() ? null : List.of(new TypedEob.TypedAdjustment("CO", "45", off.toString())),
        null);
  }
}
