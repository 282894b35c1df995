package org.cleanclaim.app.transport;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// An interface over HTTPS: `PUT {address}/{out}/{name}` with an `Idempotency-Key`, `GET
/// {address}/{in}` for the names that wait, one in a line, `GET {address}/{in}/{name}`, and
/// `DELETE` of it when it has been worked. The receiver takes a repeated key once.
final class HttpsLine implements Line {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ConnectionSettings settings;
  private final String token;

  private HttpsLine(ConnectionSettings settings, String token) {
    this.settings = settings;
    this.token = token;
  }

  static HttpsLine open(ConnectionSettings settings, String token) {
    return new HttpsLine(settings, token.strip());
  }

  @Override
  public void upload(String name, byte[] bytes) {
    // The one request of release() is whole or has not happened.
  }

  @Override
  public void release(String name, byte[] bytes) throws IOException {
    ask(
        request(settings.outFolder(), name)
            .header("Content-Type", "application/edi-x12")
            .header("Idempotency-Key", name)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  /// The key makes a second request harmless: a file whose fate is unknown is sent again.
  @Override
  public Place place(String name) {
    return Place.UPLOADED;
  }

  @Override
  public List<String> waiting() throws IOException {
    return new String(ask(request(settings.inFolder(), "").GET()), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .sorted()
        .toList();
  }

  @Override
  public byte[] fetch(String name) throws IOException {
    return ask(request(settings.inFolder(), name).GET());
  }

  @Override
  public void done(String name) throws IOException {
    ask(request(settings.inFolder(), name).DELETE());
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder request(String folder, String name) {
    String path = name.isEmpty() ? "" : "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    String base = settings.address().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + "/" + folder.replaceAll("^/+", "") + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private byte[] ask(HttpRequest.Builder builder) throws IOException {
    var request = builder.build();
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      int status = response.statusCode();
      if (status / 100 == 2) return response.body();
      throw new IOException(
          switch (status) {
            case 401, 403 ->
                "%s refuses the token (%d). Look at the secret %s."
                    .formatted(settings.address(), status, settings.secret());
            case 404 ->
                "%s knows no %s (404). Look at the address and the folders."
                    .formatted(settings.address(), request.uri().getPath());
            default ->
                "%s answers with status %d. It is tried again by itself."
                    .formatted(settings.address(), status);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The request was broken off.", e);
    }
  }
}
