package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;

class CodeResourcesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void findsCodesByStems() {
    var response = server.get("casey", "/api/v1/codes/search?q=type+2+diab&on=2026-03-01&limit=5");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"code\":\"E11").contains("\"reason\":");
  }

  @Test
  void aCodeHasItsCardAndItsStanding() {
    assertThat(server.get("casey", "/api/v1/codes/ICD10CM/E11.9?on=2026-03-01").body())
        .contains("\"code\":\"E11.9\"")
        .contains("\"billable\":true")
        .contains("\"standing\":{\"state\":\"valid\"}");
    assertThat(server.get("casey", "/api/v1/codes/icd10cm/e119?on=2026-03-01").statusCode())
        .isEqualTo(200);
    assertThat(server.get("casey", "/api/v1/codes/ICD10CM/Q99.99X").statusCode()).isEqualTo(404);
  }

  @Test
  void badInputIsAProblemThatSaysHowToWriteIt() {
    for (String bad :
        new String[] {
          "search?q=a&on=soon",
          "search?q=a&system=ICD99",
          "search?q=a&limit=0",
          "search?q=a&age=900",
          "search?q=a&sex=X",
          "search",
          "search?q=a&chapter=99",
          "changes?system=ICD10CM&old=FY1900&new=FY1901",
          "ICD99/E11.9",
          "index/x?q=a"
        }) {
      var response = server.get("casey", "/api/v1/codes/" + bad);

      assertThat(response.statusCode()).as(bad).isIn(400, 404);
      assertThat(response.headers().firstValue("Content-Type"))
          .as(bad)
          .contains("application/problem+json");
    }
    assertThat(server.get("fran", "/api/v1/codes/search?q=a").statusCode()).isEqualTo(403);
  }

  @Test
  void favoritesAreKeptOnceAndBelongToTheirUser() {
    assertThat(send("PUT", "casey", "ICD10CM/E11.9")).isEqualTo(204);
    assertThat(send("PUT", "casey", "ICD10CM/E11.9")).isEqualTo(204);
    assertThat(send("PUT", "casey", "ICD10CM/Q99.99X")).isEqualTo(404);

    assertThat(server.get("casey", "/api/v1/codes/favorites").body())
        .containsOnlyOnce("\"code\":\"E11.9\"");
    assertThat(server.get("bill", "/api/v1/codes/favorites").body()).isEqualTo("[]");

    assertThat(send("DELETE", "casey", "ICD10CM/E11.9")).isEqualTo(204);
    assertThat(send("DELETE", "casey", "ICD10CM/E11.9")).isEqualTo(404);
  }

  @Test
  void theInstalledEditionsAreListed() {
    assertThat(server.get("casey", "/api/v1/codes/editions").body())
        .contains("\"system\":\"ICD10CM\"")
        .contains("\"starter\":true");
  }

  private int send(String method, String user, String code) {
    return server.as(user).send(method, "/api/v1/codes/favorites/" + code, "").statusCode();
  }
}
