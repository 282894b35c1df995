package org.cleanclaim.cli.worklists;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Somebody at a browser: signs in once and looks at pages.
final class Visitor implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;

  Visitor(int port) {
    this.address = "http://localhost:" + port;
  }

  void signIn(String user, String password) throws IOException, InterruptedException {
    var token = TOKEN.matcher(page("/sign-in"));
    if (!token.find()) throw new IOException("the page to sign in has no token");
    String form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(encoded(token.group(1)), encoded(user), encoded(password));
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.uri().getPath().equals("/sign-in")) throw new IOException("nobody was signed in");
  }

  /// @return the page as it was sent
  String page(String path) throws IOException, InterruptedException {
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("%s gives %d".formatted(path, answer.statusCode()));
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
