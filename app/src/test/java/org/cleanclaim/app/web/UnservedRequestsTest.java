package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.staff.Visitor;
import org.junit.jupiter.api.Test;

/// What nothing in the program answers is answered with a sentence.
class UnservedRequestsTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void anAddressOfNothingHasThePageOfTheUser() {
    var page = server.get("bill", "/no-such-page");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("<h1>Not found</h1>", "There is nothing at this address.", "href=\"/claims\"");
  }

  @Test
  void aFormWithTheTokenOfAnotherPageSaysHowToSendItAgain() {
    try (var fran = new Visitor("fran")) {
      var page = fran.post("/visits/new", "/visits", "_csrf=of-another-day");

      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("load it again and send it once more", "href=\"/patients\"");
    }
  }

  @Test
  void aProgramIsToldAsEverywhere() {
    var missing = server.get("bill", "/api/v1/no-such-list");
    var wrong = server.as("bill").send("DELETE", "/api/v1/claims", "");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(missing.body()).contains("There is nothing at this address.");
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.body()).contains("does not take this kind of request");
  }
}
