package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The front desk registers a visit on the screen and brings in its note.
class VisitDeskStoriesTest {
  private static final String FORM = "/visits/new";
  private static final String TODAY = CodingPractice.today().toString();
  private static final String PIA =
      "&lastName=Panel&firstName=Pia&npi=%s&taxonomy=207RC0000X&specialty=Cardiology"
          .formatted(CodingPractice.NPI);

  private static String register(CodingPractice practice, String last) {
    return practice
        .post("fay", "/patients", FrontDesk.person(last, "Vera", "1960-05-06", "Elm 4"))
        .is(201)
        .json()
        .get("accountNumber")
        .asString();
  }

  private static String visit(String account, String day, String number) {
    return "account=%s&servedOn=%s&setting=OUTPATIENT&placeOfService=11&visitNumber=%s"
        .formatted(account, day, number);
  }

  @Test
  void whoSentThePatientAndWhatThePayerAllowedAreTypedAtTheVisit() {
    var practice = new CodingPractice("vpp", "1003007014");
    try (var fran = practice.visitor("fay")) {
      String typed = visit(register(practice, "Sentovic"), TODAY, "") + PIA;
      String page =
          fran.post(FORM, "/visits", typed).headers().firstValue("Location").orElseThrow();
      assertThat(fran.get(page).body())
          .contains("Referring provider", "Ordering provider", "Supervising provider")
          .doesNotContain("Operating physician");

      String reyes = "REFERRING.lastName=Reyes&REFERRING.firstName=Ada&reason=letter";
      var mistyped = fran.post(page, page + "/providers", reyes + "&REFERRING.npi=1234567890");
      assertThat(mistyped.body()).contains("Nothing was saved.", "one is mistyped");
      var named = fran.post(page, page + "/providers", reyes + "&REFERRING.npi=1234567893");
      assertThat(named.statusCode()).isEqualTo(303);
      var allowed = "authorization=AUTH+7&referral=R-8&reason=letter";
      assertThat(fran.post(page, page + "/numbers", allowed).statusCode()).isEqualTo(303);

      assertThat(fran.get(page).body())
          .contains(
              "Referring provider: Reyes, Ada, NPI 1234567893",
              "Authorization AUTH 7",
              "Referral R-8")
          .contains("value=\"Reyes\"", "value=\"R-8\"");
    }
  }

  @Test
  void aVisitIsRegisteredAndItsNoteOpensTheChart() {
    var practice = new CodingPractice("vpg", "1835000773");
    try (var fran = practice.visitor("fay");
        var cole = practice.visitor("cole")) {
      String typed = visit(register(practice, "Ekstrom"), TODAY, "") + PIA;
      var registered = fran.post(FORM, "/visits", typed);
      assertThat(registered.statusCode()).isEqualTo(303);
      String page = registered.headers().firstValue("Location").orElseThrow();
      assertThat(fran.get(page).body())
          .contains("Ekstrom", "None yet.")
          .doesNotContain("Chart</a>");
      assertThat(fran.get("/visits?undocumented=1").body()).contains(page);

      var twice = fran.post(FORM, "/visits", typed);
      assertThat(twice.statusCode()).isEqualTo(409);
      assertThat(twice.body()).contains(page, "It is another visit");
      assertThat(
              fran.post(
                      FORM,
                      "/visits",
                      typed.replace(PIA, "&provider=" + CodingPractice.NPI) + "&despite=1")
                  .statusCode())
          .isEqualTo(303);

      var pasted =
          fran.post(
              page,
              page + "/documents",
              Map.of("name", "Visit note", "text", "Assessment:\r\nHyperlipidemia.\r\n"),
              Map.of());
      assertThat(pasted.statusCode()).isEqualTo(303);
      String chart = page.replace("visits", "charts");
      assertThat(cole.get(chart).body()).contains("Hyperlipidemia", "data-returns=\"\"");
      var html = "<html><body><h1>Assessment</h1><p>Heart failure</p></body></html>";
      var sent =
          fran.post(
              page,
              page + "/documents",
              Map.of("name", "Letter"),
              Map.of("file", html.getBytes(StandardCharsets.UTF_8)));
      assertThat(sent.statusCode()).isEqualTo(303);
      assertThat(fran.get(page).body()).contains("Letter · HTML").doesNotContain("Heart failure");

      var file = Pattern.compile("href=\"(/charts/[^\"]+/file)\"").matcher(cole.get(chart).body());
      assertThat(file.find()).isTrue();
      assertThat(cole.get(file.group(1)).body()).isEqualTo(html);
      assertThat(fran.get(file.group(1)).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whatCannotBeIsSaidFieldByField() {
    var practice = new CodingPractice("vpf", "1835000880");
    try (var fran = practice.visitor("fay")) {
      String account = register(practice, "Falk");
      var wrong = fran.post(FORM, "/visits", visit("nobody", "2099-01-01", "") + "&npi=1234567890");
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(wrong.body())
          .contains(
              "Nobody has this account number",
              "Book it as an appointment",
              "Enter the provider",
              "ten digits",
              "207Q00000X")
          .contains("value=\"nobody\"");
      assertThat(fran.post(FORM, "/visits", visit(account, TODAY, "V-7") + PIA).statusCode())
          .isEqualTo(303);
      var taken = fran.post(FORM, "/visits", visit(account, TODAY, "V-7") + PIA);
      assertThat(taken.statusCode()).isEqualTo(409);
      assertThat(taken.body()).contains("This number is taken");
      assertThat(fran.post(FORM, "/visits/check", visit(account, "", "")).body())
          .contains("Enter the day of the visit.");

      var registered = fran.post(FORM, "/visits", visit(account, TODAY, "") + PIA + "&despite=1");
      String page = registered.headers().firstValue("Location").orElseThrow();
      for (var sent :
          Map.of(
                  "%PDF-1.7", "it is a PDF",
                  " ", "holds no text",
                  "<ClinicalDocument><a>", "Ask the sender")
              .entrySet()) {
        var refused =
            fran.post(
                page,
                page + "/documents",
                Map.of("name", "Note"),
                Map.of("file", sent.getKey().getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.statusCode()).as(sent.getKey()).isEqualTo(422);
        assertThat(refused.body()).contains(sent.getValue()).contains("None yet.");
      }
    }
  }

  @Test
  void theFrontDeskRegistersAndOthersDoNot() {
    var practice = new CodingPractice("vpr", "1835000997");
    try (var fran = practice.visitor("fay");
        var cole = practice.visitor("cole");
        var pia = practice.visitor("pia")) {
      assertThat(fran.get(FORM).statusCode()).isEqualTo(200);
      assertThat(cole.get(FORM).statusCode()).isEqualTo(403);
      assertThat(cole.get("/visits").body()).contains("No visit fits").doesNotContain(FORM);
      assertThat(pia.get("/visits").statusCode()).isEqualTo(403);
    }
  }
}
