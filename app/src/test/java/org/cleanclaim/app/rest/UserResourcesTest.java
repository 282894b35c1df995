package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.practice.Caller;
import org.junit.jupiter.api.Test;

class UserResourcesTest {
  private static final String WORDS = "nine grey tulips under snow";
  private final DemoServer server = DemoServer.shared();
  private final Caller adam = server.as("adam");

  private Caller caller(String user, String password) {
    return new Caller(server.port(), user, password);
  }

  private static String newUser(String name, String roles, String npi, String password) {
    return """
    {"userName": "%s", "displayName": "Uma Larch", "roles": [%s], "npi": %s, "password": "%s"}
    """
        .formatted(name, roles, npi, password);
  }

  @Test
  void aUserIsAddedGivenOtherRolesAndDeactivated() {
    var added = adam.send("POST", "/api/v1/users", newUser("uma.1", "\"CODER\"", "null", WORDS));
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body()).contains("\"isActive\":true").doesNotContain("hash");
    assertThat(caller("uma.1", WORDS).send("GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(200);
    assertThat(caller("uma.1", WORDS).send("GET", "/api/v1/users", "").statusCode()).isEqualTo(403);

    var changed =
        adam.send(
            "PUT",
            "/api/v1/users/uma.1",
            "{\"displayName\": \"Uma Larch\", \"roles\": [\"FRONT_DESK\"]}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(caller("uma.1", WORDS).send("GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(403);

    assertThat(adam.send("POST", "/api/v1/users/uma.1/deactivate", "{}").statusCode())
        .isEqualTo(400);
    assertThat(
            adam.send("POST", "/api/v1/users/uma.1/deactivate", "{\"reason\": \"Left\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(caller("uma.1", WORDS).send("GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(401);

    assertThat(adam.send("POST", "/api/v1/users/uma.1/activate", "").statusCode()).isEqualTo(200);
    assertThat(caller("uma.1", WORDS).send("GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(403);
    assertThat(server.get("adam", "/users/uma.1").body())
        .contains("deactivated user")
        .contains("before: Uma Larch, Coder");
  }

  @Test
  void passwordsAreSetByRuleAndChangedByTheirOwner() {
    adam.send("POST", "/api/v1/users", newUser("uma.2", "\"CODER\"", "null", WORDS));
    String other = "four kettles on a quiet pier";

    assertThat(adam.send("PUT", "/api/v1/users/uma.2/password", "{\"password\": \"x\"}").body())
        .contains("at least 15");
    String own =
        """
        {"current": "%s", "password": "%s"}
        """;
    assertThat(
            caller("uma.2", WORDS)
                .send("PUT", "/api/v1/users/me/password", own.formatted("no", other))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            caller("uma.2", WORDS)
                .send("PUT", "/api/v1/users/me/password", own.formatted(WORDS, other))
                .statusCode())
        .isEqualTo(204);
    assertThat(caller("uma.2", WORDS).send("GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(401);
    assertThat(caller("uma.2", other).send("GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(200);
  }

  @Test
  void theLastAdministratorStays() {
    var gone = adam.send("POST", "/api/v1/users/adam/deactivate", "{\"reason\": \"Left\"}");
    assertThat(gone.statusCode()).isEqualTo(409);
    assertThat(gone.body()).contains("last administrator");
    assertThat(
            adam.send(
                    "PUT",
                    "/api/v1/users/adam",
                    "{\"displayName\": \"Adam\", \"roles\": [\"MANAGER\"]}")
                .statusCode())
        .isEqualTo(409);
    assertThat(server.get("adam", "/users").body()).contains("Adam Admin");
  }

  @Test
  void whatDoesNotFitIsRefusedInASentence() {
    assertThat(
            adam.send("POST", "/api/v1/users", newUser("uma.3", "\"PROVIDER\"", "null", WORDS))
                .body())
        .contains("which provider");
    assertThat(
            adam.send("POST", "/api/v1/users", newUser("uma.3", "\"PROVIDER\"", "\"123\"", WORDS))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            adam.send(
                    "POST", "/api/v1/users", newUser("uma.3", "\"CODER\"", "\"1304114741\"", WORDS))
                .body())
        .contains("goes with the role Provider");
    assertThat(adam.send("POST", "/api/v1/users", newUser("uma.3", "", "null", WORDS)).body())
        .contains("at least one role");
    assertThat(
            adam.send("POST", "/api/v1/users", newUser("casey", "\"CODER\"", "null", WORDS)).body())
        .contains("taken");
    assertThat(
            adam.send("POST", "/api/v1/users", newUser("3 uma", "\"CODER\"", "null", WORDS)).body())
        .contains("small letters");
    assertThat(adam.send("GET", "/api/v1/users/uma.3", "").statusCode()).isEqualTo(404);
    assertThat(server.get("mara", "/users").statusCode()).isEqualTo(403);
    assertThat(server.get("mara", "/api/v1/users").statusCode()).isEqualTo(403);
  }

  @Test
  void aProviderSeesTheOwnQueriesAndNothingElse() {
    assertThat(server.get("leela", "/").body()).contains("Queries to answer");
    assertThat(server.get("leela", "/queries/mine").body()).contains("Clarification", "E26");
    assertThat(server.get("leela", "/charts").statusCode()).isEqualTo(403);
    assertThat(server.get("leela", "/password").statusCode()).isEqualTo(200);
    assertThat(server.get("adam", "/api/v1/users/leela").body())
        .contains("\"providerNpi\":\"1304114741\"");
  }
}
