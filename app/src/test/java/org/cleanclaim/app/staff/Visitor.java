package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.demo.DemoMonth;

/// Somebody in front of a browser: signed in, with forms that carry their token.
public final class Visitor implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final DemoServer server = DemoServer.shared();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  public Visitor(String user) {
    this(user, DemoMonth.PASSWORD);
  }

  public Visitor(String user, String password) {
    var signedIn =
        post(
            "/sign-in",
            "/sign-in",
            "username="
                + user
                + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8));
    assertThat(signedIn.statusCode()).isEqualTo(302);
    assertThat(signedIn.headers().firstValue("Location").orElse("")).doesNotContain("error");
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /// Posts a form with the token of the page that holds it.
  public HttpResponse<String> post(String page, String path, String form) {
    String token = token(page);
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build());
  }

  /// Posts a form with files, each under the name of its field.
  public HttpResponse<String> post(
      String page, String path, Map<String, String> fields, Map<String, byte[]> files) {
    var body = new ByteArrayOutputStream();
    var all = new LinkedHashMap<>(fields);
    all.put("_csrf", token(page));
    all.forEach((name, value) -> part(body, name, "", value.getBytes(StandardCharsets.UTF_8)));
    files.forEach((name, bytes) -> part(body, name, "; filename=\"" + name + ".file\"", bytes));
    body.writeBytes("--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String name, String more, byte[] bytes) {
    String head = "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more;
    body.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private String token(String page) {
    var token = TOKEN.matcher(get(page).body());
    assertThat(token.find()).as("token on " + page).isTrue();
    return token.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
        .header("Accept", "text/html,*/*;q=0.8");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
