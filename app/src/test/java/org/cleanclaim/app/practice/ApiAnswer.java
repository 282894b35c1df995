package org.cleanclaim.app.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer of the API.
public final class ApiAnswer {
  private final HttpResponse<byte[]> response;

  ApiAnswer(HttpResponse<byte[]> response) {
    this.response = response;
  }

  public int status() {
    return response.statusCode();
  }

  public byte[] bytes() {
    return response.body();
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return JsonMapper.shared().readTree(text());
  }

  /// The text at a place of the JSON.
  public String at(String pointer) {
    return json().at(pointer).asString();
  }

  /// Where a list goes on, as [Caller] asks for it; null on its last page.
  public @Nullable String next() {
    String link = response.headers().firstValue("Link").orElse(null);
    if (link == null) return null;
    assertThat(link).startsWith("</api/v1").endsWith(">; rel=\"next\"");
    return link.substring("</api/v1".length(), link.indexOf('>'));
  }

  /// The answer, which has to have a status.
  public ApiAnswer is(int wanted) {
    assertThat(status()).as(text()).isEqualTo(wanted);
    return this;
  }
}
