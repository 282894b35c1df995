package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.patient.Patients;
import org.junit.jupiter.api.Test;

class AuthorizationPagesTest {
  private final DemoServer server = DemoServer.shared();

  private String patient(int place) {
    return server
        .inPractice(() -> server.bean(Patients.class).search("", 1).rows().get(place))
        .publicId()
        .toString();
  }

  private String body(int patient, String number, String more) {
    return """
    {"patient": "%s", "payer": "%s", "kind": "PRIOR_AUTHORIZATION", "status": "APPROVED", "number": "%s",
     "source": "PORTAL", "services": ["97110-97150"], "units": "8", "from": "2026-03-01"%s}
    """
        .formatted(patient(patient), payer(), number, more);
  }

  private String payer() {
    var found =
        Pattern.compile("name=\"payer\".*?<option value=\"([a-z-]+)\"", Pattern.DOTALL)
            .matcher(server.get("mara", "/authorizations").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String field(String json, String name) {
    var found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
    assertThat(found.find()).as(name + " in " + json).isTrue();
    return found.group(1);
  }

  @Test
  void rolesOpenTheirPagesAndNoOthers() {
    for (String path :
        List.of("/authorizations", "/authorizations.csv", "/api/v1/authorizations")) {
      for (String user : List.of("casey", "bill", "fran", "mara", "audra")) {
        assertThat(server.get(user, path).statusCode()).as(user + path).isEqualTo(200);
      }
      assertThat(server.get("adam", path).statusCode()).as(path).isEqualTo(403);
    }
    String form = "/authorizations/new?patient=" + patient(0);
    for (String user : List.of("bill", "fran", "mara")) {
      assertThat(server.get(user, form).statusCode()).as(user).isEqualTo(200);
    }
    for (String user : List.of("casey", "audra", "adam")) {
      assertThat(server.get(user, form).statusCode()).as(user).isEqualTo(403);
    }
    for (String user : List.of("bill", "fran")) {
      var rules = server.get(user, "/authorizations/rules");
      assertThat(rules.statusCode()).as(user).isEqualTo(200);
      assertThat(rules.body()).as(user).doesNotContain("Add a rule");
    }
    assertThat(server.get("mara", "/authorizations/rules").body()).contains("Add a rule");
  }

  @Test
  void oneIsRecordedChangedAndShown() throws Exception {
    var added = server.as("fran").send("POST", "/api/v1/authorizations", body(1, "PT-100", ""));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    String id = field(added.body(), "id");

    assertThat(server.get("bill", "/authorizations?q=PT-100").body())
        .contains("PT-100", "97110-97150");
    assertThat(server.get("bill", "/authorizations?q=PT-100&status=DENIED").body())
        .contains("None fit");
    assertThat(server.get("bill", "/authorizations?q=%25").body()).contains("None fit");
    assertThat(server.get("bill", "/authorizations.csv?q=PT-100").body())
        .contains("patient,payer,kind", "PT-100");
    assertThat(server.get("casey", "/authorizations/" + id).body())
        .contains("PT-100", "No claim has used it")
        .doesNotContain("/edit");
    assertThat(server.get("fran", "/authorizations/" + id + "/edit").body())
        .contains("value=\"97110-97150\"", "name=\"version\" value=\"0\"");
    assertThat(server.get("mara", "/patients/" + patient(1)).body()).contains("PT-100");

    String change =
        body(1, "PT-100", ", \"version\": 0, \"reason\": \"more units\"").replace("\"8\"", "\"9\"");
    assertThat(server.as("audra").send("PUT", "/api/v1/authorizations/" + id, change).statusCode())
        .isEqualTo(403);
    assertThat(server.as("bill").send("PUT", "/api/v1/authorizations/" + id, change).statusCode())
        .isEqualTo(200);
    assertThat(server.as("bill").send("PUT", "/api/v1/authorizations/" + id, change).statusCode())
        .as("the version was changed meanwhile")
        .isEqualTo(409);
    assertThat(
            server
                .as("fran")
                .send("POST", "/api/v1/authorizations", body(1, "PT-100", ""))
                .statusCode())
        .as("on file already")
        .isEqualTo(409);
    assertThat(server.get("audra", "/api/v1/authorizations/" + id).body())
        .contains("\"version\":1", "\"uses\":[]");
  }

  @Test
  void badInputIsRefusedInASentence() throws Exception {
    String good = body(2, "PT-200", "");
    for (String bad :
        List.of(
            good.replace("97110-97150", "physical"),
            good.replace("\"8\"", "\"none\""),
            good.replace("2026-03-01", "soon"),
            good.replace("APPROVED", "MAYBE"),
            good.replace("PT-200", ""),
            good.replace(payer(), "nobody"),
            good.replace("{\"patient\"", "{\"person\""))) {
      var refused = server.as("fran").send("POST", "/api/v1/authorizations", bad);
      assertThat(refused.statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(server.get("mara", "/api/v1/authorizations?status=perhaps").statusCode())
        .isEqualTo(400);
    assertThat(server.get("mara", "/authorizations/not-an-id").statusCode()).isEqualTo(404);
    assertThat(server.get("mara", "/authorizations?status=perhaps").statusCode()).isEqualTo(200);
    assertThat(server.get("mara", "/authorizations?q=PT-200").body()).contains("None fit");
  }
}
