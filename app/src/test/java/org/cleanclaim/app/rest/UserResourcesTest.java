package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;

class UserResourcesTest {
  private static final String WORDS = "nine grey tulips under snow";
  private final DemoServer server = DemoServer.shared();

  private HttpResponse<String> send(String authorization, String method, String path, String body) {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
              .header("Authorization", authorization)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> asAdmin(String method, String path, String body) {
    return send(DemoServer.basic("adam"), method, path, body);
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static String newUser(String name, String roles, String npi, String password) {
    return """
    {"userName": "%s", "displayName": "Uma Larch", "roles": [%s], "npi": %s, "password": "%s"}
    """
        .formatted(name, roles, npi, password);
  }

  @Test
  void aUserIsAddedGivenOtherRolesAndDeactivated() {
    var added = asAdmin("POST", "/api/v1/users", newUser("uma.1", "\"CODER\"", "null", WORDS));
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body()).contains("\"isActive\":true").doesNotContain("hash");
    assertThat(send(basic("uma.1", WORDS), "GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(200);
    assertThat(send(basic("uma.1", WORDS), "GET", "/api/v1/users", "").statusCode()).isEqualTo(403);

    var changed =
        asAdmin(
            "PUT",
            "/api/v1/users/uma.1",
            "{\"displayName\": \"Uma Larch\", \"roles\": [\"FRONT_DESK\"]}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(send(basic("uma.1", WORDS), "GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(403);

    assertThat(asAdmin("POST", "/api/v1/users/uma.1/deactivate", "{}").statusCode()).isEqualTo(400);
    assertThat(
            asAdmin("POST", "/api/v1/users/uma.1/deactivate", "{\"reason\": \"Left\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(send(basic("uma.1", WORDS), "GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(401);

    assertThat(asAdmin("POST", "/api/v1/users/uma.1/activate", "").statusCode()).isEqualTo(200);
    assertThat(send(basic("uma.1", WORDS), "GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(403);
    assertThat(server.get("adam", "/users/uma.1").body())
        .contains("deactivated user")
        .contains("before: Uma Larch, Coder");
  }

  @Test
  void passwordsAreSetByRuleAndChangedByTheirOwner() {
    asAdmin("POST", "/api/v1/users", newUser("uma.2", "\"CODER\"", "null", WORDS));
    String other = "four kettles on a quiet pier";

    assertThat(asAdmin("PUT", "/api/v1/users/uma.2/password", "{\"password\": \"x\"}").body())
        .contains("at least 15");
    String own =
        """
        {"current": "%s", "password": "%s"}
        """;
    assertThat(
            send(
                    basic("uma.2", WORDS),
                    "PUT",
                    "/api/v1/users/me/password",
                    own.formatted("no", other))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            send(
                    basic("uma.2", WORDS),
                    "PUT",
                    "/api/v1/users/me/password",
                    own.formatted(WORDS, other))
                .statusCode())
        .isEqualTo(204);
    assertThat(send(basic("uma.2", WORDS), "GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(401);
    assertThat(send(basic("uma.2", other), "GET", "/api/v1/charts", "").statusCode())
        .isEqualTo(200);
  }

  @Test
  void theLastAdministratorStays() {
    var gone = asAdmin("POST", "/api/v1/users/adam/deactivate", "{\"reason\": \"Left\"}");
    assertThat(gone.statusCode()).isEqualTo(409);
    assertThat(gone.body()).contains("last administrator");
    assertThat(
            asAdmin(
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
            asAdmin("POST", "/api/v1/users", newUser("uma.3", "\"PROVIDER\"", "null", WORDS))
                .body())
        .contains("which provider");
    assertThat(
            asAdmin("POST", "/api/v1/users", newUser("uma.3", "\"PROVIDER\"", "\"123\"", WORDS))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            asAdmin("POST", "/api/v1/users", newUser("uma.3", "\"CODER\"", "\"1304114741\"", WORDS))
                .body())
        .contains("goes with the role Provider");
    assertThat(asAdmin("POST", "/api/v1/users", newUser("uma.3", "", "null", WORDS)).body())
        .contains("at least one role");
    assertThat(
            asAdmin("POST", "/api/v1/users", newUser("casey", "\"CODER\"", "null", WORDS)).body())
        .contains("taken");
    assertThat(
            asAdmin("POST", "/api/v1/users", newUser("3 uma", "\"CODER\"", "null", WORDS)).body())
        .contains("small letters");
    assertThat(asAdmin("GET", "/api/v1/users/uma.3", "").statusCode()).isEqualTo(404);
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
