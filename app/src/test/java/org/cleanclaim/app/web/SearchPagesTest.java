package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;

class SearchPagesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void oneThingOfThatNameIsOpenedAtOnce() {
    var visit = server.get("casey", "/search?q=e14");
    assertThat(visit.statusCode()).isEqualTo(303);
    assertThat(visit.headers().firstValue("Location").orElseThrow()).contains("/charts/");
    var code = server.get("casey", "/search?q=N30.00");
    assertThat(code.headers().firstValue("Location").orElseThrow())
        .endsWith("/encoder?q=N3000&code=N30.00");
    assertThat(server.get("casey", "/encoder?q=N3000&code=N30.00").body())
        .contains("Acute cystitis without hematuria");
  }

  @Test
  void severalThingsAreListedByKind() {
    assertThat(server.get("mara", "/search?q=e1").body())
        .contains("<td>visit</td>")
        .contains("Prescott, Harold");
    assertThat(server.get("mara", "/search?q=h").body()).contains("Type at least two characters.");
    assertThat(server.get("mara", "/search?q=%25%25").body()).contains("Nothing begins with this");
  }

  @Test
  void nobodyFindsWhatTheyMayNotSee() {
    assertThat(server.get("mara", "/api/v1/search?q=Prescott").body()).contains("patient");
    assertThat(server.get("adam", "/api/v1/search?q=Prescott").body()).isEqualTo("[]");
    assertThat(server.get("fran", "/api/v1/search?q=e14").body())
        .contains("/visits/")
        .doesNotContain("/charts/");
  }
}
