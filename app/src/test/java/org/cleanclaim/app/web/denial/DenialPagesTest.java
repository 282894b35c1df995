package org.cleanclaim.app.web.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.deadline.DeadlineFeeds;
import org.cleanclaim.app.denial.DenialFilter;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.practice.Caller;
import org.junit.jupiter.api.Test;

class DenialPagesTest {
  private final DemoServer server = DemoServer.shared();

  private String denial() {
    return server
        .inPractice(() -> server.bean(Denials.class).list(DenialFilter.open()))
        .getFirst()
        .publicId()
        .toString();
  }

  @Test
  void theCaseShowsEachActionAndWhyAnotherIsNotAllowed() {
    String page = server.get("mara", "/denials/" + denial()).body();

    assertThat(page)
        .contains("Correct and rebill", "Appeal", "Bill the patient", "Bill another payer")
        .contains("Not allowed", "is not left to the patient");
  }

  @Test
  void listsFiguresTermsAndTheTableOpenForThoseWhoSeeClaims() {
    var ofOwners = Pattern.compile("/(denials|deadlines)(\\.csv)?(\\?.*)?"); // each sees their own
    for (String path :
        new String[] {
          "/denials",
          "/denials?state=ALL&cause=authorization",
          "/denials.csv",
          "/denials/figures",
          "/denials/table",
          "/deadlines",
          "/deadlines?span=LATE&kind=APPEAL&order=PAYER&owner=BILLER&q=claim",
          "/deadlines.csv?span=STOPPED",
          "/deadlines/terms"
        }) {
      assertThat(server.get("bill", path).statusCode()).as(path).isEqualTo(200);
      int expected = ofOwners.matcher(path).matches() ? 200 : 403;
      assertThat(server.get("fran", path).statusCode()).as(path).isEqualTo(expected);
    }
  }

  @Test
  void theClaimShowsWhyItIsWhereItIsAndItsNearestDeadline() {
    UUID claim =
        server.inPractice(
            () -> server.bean(Denials.class).list(DenialFilter.open()).getFirst().claimPublicId());

    String page = server.get("mara", "/claims/" + claim).body();

    assertThat(page)
        .contains("Why it is here", "Adjudicated: The 835 pays", "What comes next")
        .contains("Nearest deadline", "The claim and its corrections", "Proof of filing");
    assertThat(server.get("bill", "/claims/" + claim + "/filing-proof.pdf").statusCode())
        .isEqualTo(200);
    assertThat(server.get("mara", "/api/v1/claims/" + claim).body())
        .contains("\"standing\":", "\"chain\":");
  }

  @Test
  void theApiRefusesWhatAGuardrailForbidsWithItsSentence() throws Exception {
    var refused = post("bill", "/api/v1/denials/" + denial() + "/deeds", "bill-patient");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("is not left to the patient");
    assertThat(post("bill", "/api/v1/denials/" + denial() + "/deeds", "burn").statusCode())
        .isEqualTo(400);
    assertThat(post("casey", "/api/v1/denials/" + denial() + "/deeds", "close").statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> post(String user, String path, String action) {
    String deed = "{\"action\":\"%s\",\"reason\":\"for a test\"}".formatted(action);
    return server.as(user).send("POST", path, deed);
  }

  @Test
  void theCalendarIsReadWithoutSigningInByItsAddressAlone() {
    long organization = server.bean(Organizations.class).all().getFirst().id();
    String token =
        Acting.as(
            new Actor(organization, "bill", java.util.Set.of(Role.BILLER), false),
            () -> server.bean(DeadlineFeeds.class).renew());
    String patient =
        server.inPractice(() -> {
          var denied =
              server.bean(Denials.class).list(new DenialFilter("ALL", null, null, null)).getFirst();
          return server
              .bean(Claims.class)
              .find(denied.claimPublicId())
              .orElseThrow()
              .snapshot()
              .patient()
              .name()
              .display();
        });
    var answer = calendar(token);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(answer.body()).contains("BEGIN:VEVENT").doesNotContain(patient);
    assertThat(calendar("x".repeat(43)).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> calendar(String token) {
    var address = "http://localhost:" + server.port() + "/deadlines/feed/" + token + ".ics";
    return Caller.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
