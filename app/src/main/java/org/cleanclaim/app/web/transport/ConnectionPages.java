package org.cleanclaim.app.web.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.transport.Connection;
import org.cleanclaim.app.transport.ConnectionSettings;
import org.cleanclaim.app.transport.Connections;
import org.cleanclaim.app.transport.Line;
import org.cleanclaim.app.transport.Lines;
import org.cleanclaim.app.transport.TransportRefusal;
import org.cleanclaim.app.transport.TypedConnection;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One connection: its settings, a try whether it opens, a pause.
@Controller
class ConnectionPages {
  private final Pages pages;
  private final Connections connections;
  private final Lines lines;

  ConnectionPages(Pages pages, Connections connections, Lines lines) {
    this.pages = pages;
    this.connections = connections;
    this.lines = lines;
  }

  @GetMapping("/connections/new")
  ResponseEntity<String> blank(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    return form(request, HttpStatus.OK, null, TypedConnection.blank(), "", "");
  }

  @GetMapping("/connections/{id}")
  ResponseEntity<String> edit(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    var connection = connections.find(id).orElseThrow();
    return form(
        request, HttpStatus.OK, connection, TypedConnection.of(connection.settings()), "", "");
  }

  @PostMapping("/connections")
  ResponseEntity<String> add(HttpServletRequest request, @ModelAttribute TypedConnection typed) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    try {
      return to("/connections/" + connections.add(typed.settings()).publicId());
    } catch (TransportRefusal refusal) {
      return refused(request, null, typed, refusal);
    }
  }

  @PostMapping("/connections/{id}")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam int version,
      @ModelAttribute TypedConnection typed) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    try {
      connections.change(id, version, typed.settings());
      return to("/connections/" + id);
    } catch (TransportRefusal refusal) {
      return refused(request, connections.find(id).orElseThrow(), typed, refusal);
    }
  }

  /// Opens the connection as it is saved and says what lies there; nothing is sent or fetched.
  @PostMapping("/connections/{id}/try")
  ResponseEntity<String> attempt(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    var connection = connections.find(id).orElseThrow();
    var typed = TypedConnection.of(connection.settings());
    try {
      String seen = "It works. " + waiting(connection.settings());
      return form(request, HttpStatus.OK, connection, typed, seen, "");
    } catch (IOException e) {
      return form(request, HttpStatus.OK, connection, typed, "", String.valueOf(e.getMessage()));
    }
  }

  private String waiting(ConnectionSettings settings) throws IOException {
    try (Line line = lines.open(settings)) {
      List<String> names = line.waiting();
      return names.isEmpty()
          ? "No file waits for us there."
          : "%d %s for us there; the next round fetches them."
              .formatted(names.size(), names.size() == 1 ? "file waits" : "files wait");
    }
  }

  @PostMapping("/connections/{id}/pause")
  ResponseEntity<String> pause(@PathVariable UUID id) {
    connections.pause(id);
    return to("/connections/" + id);
  }

  @PostMapping("/connections/{id}/resume")
  ResponseEntity<String> resume(@PathVariable UUID id) {
    connections.resume(id);
    return to("/connections/" + id);
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request,
      @Nullable Connection connection,
      TypedConnection typed,
      TransportRefusal refusal) {
    return form(
        request,
        HttpStatus.UNPROCESSABLE_CONTENT,
        connection,
        typed,
        "",
        "Nothing was saved. " + refusal.getMessage());
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      @Nullable Connection connection,
      TypedConnection typed,
      String said,
      String trouble) {
    var values = new LinkedHashMap<String, Object>();
    if (connection != null) values.put("connection", connection);
    values.put("typed", typed);
    values.put("said", said);
    values.put("trouble", trouble);
    return pages.page(
        request,
        status,
        "connections",
        connection == null ? "New connection" : connection.name(),
        "transport/connection.jte",
        values);
  }

  private static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}
