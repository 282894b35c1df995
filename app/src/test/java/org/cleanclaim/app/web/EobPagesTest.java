package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.staff.Visitor;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

class EobPagesTest {
  private static final byte[] SCAN = "%PDF-1.7 one page".getBytes(StandardCharsets.US_ASCII);
  private static final String PAGE = "/remittances/eob";

  private final DemoServer server = DemoServer.shared();

  private static String eob(String trace, String check, String paid) {
    return """
    {"payerId": "LAKE1", "trace": "%s", "paidOn": "2026-03-20", "paid": "%s", "claims": [
      {"claim": "PAPER-%s", "charged": "100.00", "paid": "%s", "services": [
        {"line": 1, "procedure": "99213", "servedOn": "2026-03-02", "charged": "100.00", "allowed": "80.00", "paid": "%s",
         "adjustments": [{"group": "CO", "reason": "45", "amount": "20.00"}, {"group": "PR", "reason": "3", "amount": "30.00"}]}]}]}
    """
        .formatted(trace, check, trace, paid, paid);
  }

  private static HttpResponse<String> post(Visitor visitor, String eob, byte[] paper) {
    return visitor.post(PAGE, PAGE, Map.of("eob", eob), Map.of("paper", paper));
  }

  private Map<Account, Money> balances() {
    return server.inPractice(() -> server.bean(Ledger.class).balances());
  }

  @Test
  void itIsPostedOnceWithItsPaperWhenItAddsUp() {
    try (var bill = new Visitor("bill")) {
      String payer = payer(bill.get(PAGE).body());
      String whole = eob("EOB-1", "50.00", "50.00").replace("LAKE1", payer);

      var posted = post(bill, whole, SCAN);

      assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
      assertThat(bill.get(posted.body()).body())
          .contains("EOB-1", "every equation holds", posted.body() + "/paper")
          .doesNotContain("Attach");
      var paper = bill.get(posted.body() + "/paper");
      assertThat(paper.body()).isEqualTo(new String(SCAN, StandardCharsets.US_ASCII));
      assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");

      var before = balances();
      var again = post(bill, whole, SCAN);
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(again.body()).contains("posted already", "EOB-1");
      assertThat(balances()).isEqualTo(before);
    }
  }

  @Test
  void whatDoesNotAddUpOrHasNoReadablePaperLeavesNothing() {
    try (var bill = new Visitor("bill")) {
      String payer = payer(bill.get(PAGE).body());
      var before = balances();

      var off = post(bill, eob("EOB-2", "50.01", "50.00").replace("LAKE1", payer), SCAN);
      assertThat(off.statusCode()).isEqualTo(400);
      assertThat(off.body()).contains("does not add up", "off by 0.01");
      var line = post(bill, eob("EOB-2", "49.00", "49.00").replace("LAKE1", payer), SCAN);
      assertThat(line.statusCode()).isEqualTo(400);
      var text =
          post(
              bill,
              eob("EOB-2", "50.00", "50.00").replace("LAKE1", payer),
              "hi".getBytes(StandardCharsets.US_ASCII));
      assertThat(text.statusCode()).isEqualTo(400);
      assertThat(text.body()).contains("no PDF, PNG, JPEG or TIFF");
      var damaged = post(bill, "{\"paid\":", SCAN);
      assertThat(damaged.statusCode()).isEqualTo(400);
      assertThat(damaged.body()).contains("cannot be read");

      assertThat(balances()).isEqualTo(before);
      assertThat(bill.get("/remittances").body()).doesNotContain("EOB-2");
    }
  }

  @Test
  void aPaperComesLaterOnceAndIsNeverReplaced() {
    try (var bill = new Visitor("bill")) {
      String payer = payer(bill.get(PAGE).body());
      var posted =
          bill.post(
              PAGE,
              PAGE,
              Map.of("eob", eob("EOB-3", "50.00", "50.00").replace("LAKE1", payer)),
              Map.of());
      String at = posted.body();
      assertThat(bill.get(at).body()).contains("Attach");

      byte[] image = "\u0089PNG\r\n\u001a\n scan".getBytes(StandardCharsets.ISO_8859_1);
      assertThat(bill.post(at, at + "/paper", Map.of(), Map.of("paper", image)).statusCode())
          .isEqualTo(303);
      var other = bill.post(at, at + "/paper", Map.of(), Map.of("paper", SCAN));

      assertThat(other.statusCode()).isEqualTo(409);
      assertThat(other.body()).contains("has its paper already");
      assertThat(bill.get(at + "/paper").headers().firstValue("Content-Type"))
          .contains("image/png");
    }
  }

  @Test
  void theLinesOfAClaimAreTheGridAndOthersMayNotType() {
    try (var bill = new Visitor("bill");
        var fran = new Visitor("fran")) {
      String claims = server.get("mara", "/api/v1/claims").body();
      String number = claims.replaceAll("(?s).*?\"controlNumber\":\"([^\"]+)\".*", "$1");

      assertThat(bill.get(PAGE + "/claim?number=" + number).body())
          .contains("data-claim=\"" + number + "\"", "data-line=\"1\"", "Paid for line 1");
      var unknown = bill.get(PAGE + "/claim?number=NONE");
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(unknown.body()).contains("There is no claim NONE");
      assertThat(fran.get(PAGE).statusCode()).isEqualTo(403);
      assertThat(fran.get(PAGE + "/claim?number=" + number).statusCode()).isEqualTo(403);
    }
  }

  private static String payer(String page) {
    return page.replaceAll("(?s).*?name=\"payer\".*?<option value=\"([^\"]+)\".*", "$1");
  }
}
