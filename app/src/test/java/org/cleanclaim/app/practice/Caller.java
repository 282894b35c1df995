package org.cleanclaim.app.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A program that calls a server as somebody.
public record Caller(int port, String user, String password) {
  private static final String API = "/api/v1";
  private static final String JSON = "application/json";

  public ApiAnswer get(String path) {
    return call("GET", path, JSON, new byte[0]);
  }

  public ApiAnswer post(String path, String json) {
    return call("POST", path, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  public ApiAnswer put(String path, String json) {
    return call("PUT", path, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  public ApiAnswer delete(String path) {
    return call("DELETE", path, JSON, new byte[0]);
  }

  /// Calls the API with a body of any kind.
  ///
  /// @param path without what all addresses of the API begin with
  public ApiAnswer call(String method, String path, String type, byte[] body) {
    return new ApiAnswer(send(request(method, API + path, type, body), BodyHandlers.ofByteArray()));
  }

  /// Calls any address of the server.
  public HttpResponse<String> send(String method, String address, String json) {
    return send(method, address, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  /// Calls any address of the server with a body of any kind.
  public HttpResponse<String> send(String method, String address, String type, byte[] body) {
    return send(request(method, address, type, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String address, String type, byte[] body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
        .header("Authorization", basic(user, password))
        .header("Content-Type", type)
        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  /// Sends any request, whoever it comes from.
  public static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What a request says of who sends it.
  public static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
