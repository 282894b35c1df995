package org.cleanclaim.app.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/// An interface over HTTPS: `PUT {address}/{out}/{name}` with an `Idempotency-Key`, `GET
/// {address}/{in}` for the names that wait, one in a line, `GET {address}/{in}/{name}`, and
/// `DELETE` of it when it has been worked. The receiver takes a repeated key once. It has not got a
/// file when no connection came about, and when it refused the request: a status of 4xx (RFC 9110,
/// 15.5) or 503 (15.6.4). 408 and 409 tell nothing: the request may have come before.
final class HttpsLine implements Line {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int GONE = 410;
  private static final int UNAVAILABLE = 503;

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
    var request = request(settings.inFolder(), name).DELETE().build();
    int status = answer(request).statusCode();
    boolean isGone = status / 100 == 2 || status == NOT_FOUND || status == GONE;
    if (!isGone) throw new IOException(trouble(status, request.uri().getPath()));
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder request(String folder, String name) {
    // In a path a blank is %20; + is a plus sign.
    String path =
        name.isEmpty()
            ? ""
            : "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    String base = settings.address().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + "/" + folder.replaceAll("^/+", "") + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private byte[] ask(HttpRequest.Builder builder) throws IOException {
    var request = builder.build();
    var response = answer(request);
    int status = response.statusCode();
    if (status / 100 == 2) return response.body();
    String trouble = trouble(status, request.uri().getPath());
    if (isRefusal(status)) throw new NotTaken(trouble, null);
    throw new IOException(trouble);
  }

  private static boolean isRefusal(int status) {
    boolean mayHaveComeBefore = status == REQUEST_TIMEOUT || status == CONFLICT;
    return status == UNAVAILABLE || (status / 100 == 4 && !mayHaveComeBefore);
  }

  private String trouble(int status, String path) {
    return switch (status) {
      case 401, 403 ->
          "%s refuses the token (%d). Look at the secret %s."
              .formatted(settings.address(), status, settings.secret());
      case NOT_FOUND ->
          "%s knows no %s (404). Look at the address and the folders."
              .formatted(settings.address(), path);
      default ->
          "%s answers with status %d. It is tried again by itself."
              .formatted(settings.address(), status);
    };
  }

  private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
      throw new NotTaken(Unreachable.sentence(settings.address(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The request was broken off.", e);
    } catch (IOException e) {
      throw new IOException(Unreachable.sentence(settings.address(), e), e);
    }
  }
}
