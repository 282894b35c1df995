package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;

class RiskResourcesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void badInputIsAProblemThatSaysHowToWriteIt() {
    for (String bad :
        new String[] {
          "?age=70&sex=F",
          "?payment_year=soon&age=70&sex=F",
          "?payment_year=2026&age=700&sex=F",
          "?payment_year=2026&age=70&sex=X",
          "?payment_year=2026&age=50&sex=F",
          "?payment_year=2026&age=50&sex=F&orec=0",
          "?payment_year=2026&age=70&sex=F&dual=77",
          "?payment_year=2026&age=70&sex=F&lti=perhaps",
          "?payment_year=2015&age=70&sex=F",
          "/market?benefit_year=2021&age=40&sex=F&metal=iron",
          "/market?benefit_year=2021&age=40&sex=F&metal=gold&months=13",
          "/market?benefit_year=2015&age=40&sex=F&metal=gold"
        }) {
      var response = server.get("casey", "/api/v1/risk" + bad);

      assertThat(response.statusCode()).as(bad).isEqualTo(400);
      assertThat(response.headers().firstValue("Content-Type"))
          .as(bad)
          .contains("application/problem+json");
    }
    assertThat(server.get("fran", "/api/v1/risk?payment_year=2026&age=70&sex=F").statusCode())
        .isEqualTo(403);
  }

  @Test
  void tablesThatAreNotInstalledAreNamed() {
    assertThat(server.get("casey", "/api/v1/risk?payment_year=2015&age=70&sex=F").body())
        .contains("2015")
        .contains("codes install");
  }
}
