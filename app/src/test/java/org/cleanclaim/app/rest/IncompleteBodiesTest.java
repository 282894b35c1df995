package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is missing in a body of the API stays, or is asked for.
class IncompleteBodiesTest {
  private final DemoServer server = DemoServer.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mara; PUT; /payers/lakeland; {\"numbers\": [{}]}; no payer number",
        "adam; PUT; /payers/lakeland/terms; {\"levels\": []}; Name the contract or manual",
        "adam; POST; /connections; {}; The field settings is missing"
      })
  void isAskedForInASentence(String user, String method, String path, String body, String asked) {
    var answer = server.as(user).send(method, "/api/v1" + path, body);

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 409);
    assertThat(answer.body()).contains(asked);
  }

  @Test
  void anEarlierTelephoneNumberOfAPayerStaysBesideANewOne() {
    String path = "/api/v1/payers/prairie";
    send(path, "{\"contact\": {\"eligibilityPhone\": \"614-555-0101\"}}");

    send(path, "{\"contact\": {\"claimsPhone\": \"614-555-0100\"}}");

    assertThat(server.get("mara", path).body()).contains("614-555-0100", "614-555-0101");
  }

  private void send(String path, String body) {
    var answer = server.as("mara").send("PUT", path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
