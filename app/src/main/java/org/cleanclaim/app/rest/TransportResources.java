package org.cleanclaim.app.rest;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.intake.IntakeReport;
import org.cleanclaim.app.intake.MailRound;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.transport.Connection;
import org.cleanclaim.app.transport.ConnectionSettings;
import org.cleanclaim.app.transport.Connections;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Delivery;
import org.cleanclaim.app.transport.Delivery.Stage;
import org.cleanclaim.app.transport.Line;
import org.cleanclaim.app.transport.Lines;
import org.cleanclaim.app.transport.Route.Standby;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.app.transport.TypedConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Connections, the ways of files and what is on its way.
@RestController
@RequestMapping("/api/v1")
class TransportResources {

  /// @param version to be sent back with a change
  record ConnectionResource(
      UUID id,
      ConnectionSettings settings,
      boolean isPaused,
      @Nullable Instant workedAt,
      @Nullable String trouble,
      int version) {}

  /// @param version of a change; not read for a new one
  record ConnectionBody(@Nullable TypedConnection settings, @Nullable Integer version) {
    private TypedConnection typed() {
      if (settings == null) throw new BadInput("The field settings is missing.");
      return settings;
    }
  }

  /// @param works whether it opened
  record Attempt(boolean works, List<String> waiting, @Nullable String trouble) {}

  /// @param standbyReceiverId blank for the same as over the connection
  record WayResource(
      String payer,
      String files,
      UUID connection,
      @Nullable UUID standby,
      String receiverId,
      @Nullable String standbyReceiverId) {}

  /// @param payer its short name
  record WayBody(
      String payer,
      String files,
      UUID connection,
      @Nullable UUID standby,
      String receiverId,
      @Nullable String standbyReceiverId) {}

  record DeliveryResource(
      UUID id,
      String file,
      String payer,
      String connection,
      Stage stage,
      int attempts,
      Instant nextAttemptAt,
      Instant queuedAt,
      @Nullable Instant deliveredAt,
      @Nullable String trouble) {}

  record VisitResource(String connection, int sent, List<String> received, List<String> troubles) {}

  private final Connections connections;
  private final Lines lines;
  private final Routes routes;
  private final Deliveries deliveries;
  private final Payers payers;
  private final MailRound round;

  TransportResources(
      Connections connections,
      Lines lines,
      Routes routes,
      Deliveries deliveries,
      Payers payers,
      MailRound round) {
    this.connections = connections;
    this.lines = lines;
    this.routes = routes;
    this.deliveries = deliveries;
    this.payers = payers;
    this.round = round;
  }

  @GetMapping("/connections")
  List<ConnectionResource> connections() {
    mayLook();
    return connections.all().stream().map(TransportResources::resource).toList();
  }

  @PostMapping("/connections")
  ConnectionResource add(@RequestBody ConnectionBody body) {
    return resource(connections.add(body.typed().settings()));
  }

  @PutMapping("/connections/{id}")
  ConnectionResource change(@PathVariable UUID id, @RequestBody ConnectionBody body) {
    if (body.version() == null) throw new BadInput("The field version is missing.");
    return resource(connections.change(id, body.version(), body.typed().settings()));
  }

  @PostMapping("/connections/{id}/try")
  Attempt attempt(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    try (Line line = lines.open(connections.find(id).orElseThrow().settings())) {
      return new Attempt(true, line.waiting(), null);
    } catch (IOException e) {
      return new Attempt(false, List.of(), e.getMessage());
    }
  }

  @PostMapping("/connections/{id}/pause")
  ConnectionResource pause(@PathVariable UUID id) {
    connections.pause(id);
    return resource(connections.find(id).orElseThrow());
  }

  @PostMapping("/connections/{id}/resume")
  ConnectionResource resume(@PathVariable UUID id) {
    connections.resume(id);
    return resource(connections.find(id).orElseThrow());
  }

  @GetMapping("/ways")
  List<WayResource> ways() {
    mayLook();
    return routes.all().stream()
        .map(route ->
            new WayResource(
                route.payer(),
                route.kind(),
                route.connection().publicId(),
                Optional.ofNullable(route.standby())
                    .map(standby -> standby.connection().publicId())
                    .orElse(null),
                route.receiverId(),
                Optional.ofNullable(route.standby()).map(Standby::receiverId).orElse(null)))
        .toList();
  }

  @PutMapping("/ways")
  List<WayResource> setWay(@RequestBody WayBody body) {
    routes.set(
        payer(body.payer()),
        body.files(),
        connection(body.connection()),
        body.standby() == null
            ? null
            : new Standby(connection(body.standby()), BodyFields.text(body.standbyReceiverId())),
        body.receiverId());
    return ways();
  }

  @DeleteMapping("/ways")
  List<WayResource> removeWay(@RequestParam String payer, @RequestParam String files) {
    routes.remove(payer(payer), files);
    return ways();
  }

  @GetMapping("/deliveries")
  ListPage<DeliveryResource> deliveries(
      @RequestParam(defaultValue = "") String stage, @RequestParam(defaultValue = "1") int page) {
    mayLook();
    return deliveries.list(stage(stage), page).map(TransportResources::resource);
  }

  @PostMapping("/deliveries/{id}/retry")
  DeliveryResource retry(@PathVariable UUID id) {
    deliveries.retry(id);
    return resource(deliveries.find(id).orElseThrow());
  }

  @PostMapping("/deliveries/{id}/another-way")
  DeliveryResource reroute(@PathVariable UUID id, @RequestParam UUID connection) {
    deliveries.reroute(id, connection(connection));
    return resource(deliveries.find(id).orElseThrow());
  }

  @PostMapping("/exchange")
  List<VisitResource> exchange() {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    return round.go().stream()
        .map(visit ->
            new VisitResource(
                visit.connection(),
                visit.delivered(),
                visit.received().stream().map(IntakeReport::fileName).toList(),
                visit.troubles()))
        .toList();
  }

  private static void mayLook() {
    AccessDeniedForActor.unlessEither(Permission.SUBMIT_CLAIM, Permission.KEEP_CONNECTION);
  }

  private Payer payer(String slug) {
    return payers.all().stream()
        .filter(p -> p.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new BadInput("There is no payer " + slug + "."));
  }

  private Connection connection(UUID id) {
    return connections
        .find(id)
        .orElseThrow(() -> new BadInput("There is no connection " + id + "."));
  }

  private static @Nullable Stage stage(String text) {
    if (text.isBlank()) return null;
    for (var one : Stage.values()) {
      if (one.name().equals(text.strip().toUpperCase(Locale.ROOT))) return one;
    }
    throw new BadInput("stage has to be WAITING, UPLOADED or DELIVERED.");
  }

  private static ConnectionResource resource(Connection one) {
    return new ConnectionResource(
        one.publicId(),
        one.settings(),
        one.isPaused(),
        one.workedAt(),
        one.trouble(),
        one.version());
  }

  private static DeliveryResource resource(Delivery one) {
    return new DeliveryResource(
        one.publicId(),
        one.fileName(),
        one.payer(),
        one.connection(),
        one.stage(),
        one.attempts(),
        one.nextAttemptAt(),
        one.queuedAt(),
        one.deliveredAt(),
        one.trouble());
  }
}
