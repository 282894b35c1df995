package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.practice.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AddressesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void rolesOpenTheirPagesAndNoOthers() {
    assertThat(server.get("casey", "/charts").statusCode()).isEqualTo(200);
    assertThat(server.get("casey", "/remittances").statusCode()).isEqualTo(403);
    assertThat(server.get("bill", "/remittances").statusCode()).isEqualTo(200);
    assertThat(server.get("fran", "/claims").statusCode()).isEqualTo(403);
    assertThat(server.get("fran", "/authorizations/rules").statusCode()).isEqualTo(200);
    assertThat(server.get("adam", "/patients").statusCode()).isEqualTo(403);
    assertThat(server.get("audra", "/claims").statusCode()).isEqualTo(200);
  }

  @Test
  void aPatientsPageLinksOnlyToWhatTheReaderMayOpen() {
    Matcher patient =
        Pattern.compile("href=\"(/patients/[0-9a-f-]{36})\"")
            .matcher(server.get("fran", "/patients?q=Ekstrom").body());
    assertThat(patient.find()).isTrue();

    assertThat(server.get("bill", patient.group(1)).body()).contains("href=\"/claims/");
    assertThat(server.get("fran", patient.group(1)).body())
        .contains("CC000037")
        .doesNotContain("href=\"/claims/");
  }

  @Test
  void strangersAreSentToSignIn() {
    var response =
        Caller.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/claims"))
                .header("Accept", "text/html")
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    var response = server.as("mara").send("POST", "/sign-out", "");

    assertThat(response.statusCode()).isIn(302, 401, 403);
    assertThat(response.headers().firstValue("Location").orElse("")).doesNotContain("?out");
  }

  @Test
  void refusalsOfTheApiAreProblemsInJson() {
    var response = server.get("casey", "/api/v1/remittances");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(
            server.get("mara", "/api/v1/claims/00000000-0000-0000-0000-000000000000").statusCode())
        .isEqualTo(404);
    assertThat(server.get("mara", "/claims/not-an-id").statusCode()).isEqualTo(404);
  }

  @Test
  void theApiWritesAmountsAsDollarsWithTwoDecimals() {
    assertThat(server.get("mara", "/api/v1/claims?q=CC000001").body())
        .contains("\"billed\":\"")
        .containsPattern("\"balance\":\"-?\\d+\\.\\d\\d\"")
        .doesNotContain("cents");
  }

  @Test
  void theDescriptionNamesEveryAddressOfTheApi() throws IOException {
    var described = new TreeSet<String>();
    try (InputStream yaml = AddressesTest.class.getResourceAsStream("/openapi.yaml")) {
      new String(yaml.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("  /"))
          .forEach(line -> described.add("/api/v1" + line.strip().replaceAll(":$", "")));
    }
    var served = new TreeSet<String>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> served.addAll(mapping.getPatternValues()));
    served.removeIf(path -> !path.startsWith("/api/v1"));

    assertThat(described).isEqualTo(served);
  }

  @Test
  void listsAreOneQueryEach() {
    for (String path :
        List.of(
            "/claims?status=ADJUDICATED",
            "/claims?payer=lakeland&q=ek",
            "/charts?status=FINAL_CODED",
            "/claims.csv")) {
      assertThat(server.get("mara", path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(server.get("mara", "/claims?q=%25").body()).contains("No claims fit");
  }
}
