package org.cleanclaim.app.web.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.intake.MailRound;
import org.cleanclaim.app.intake.UntakenFiles;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.transport.Connection;
import org.cleanclaim.app.transport.Connections;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Delivery.Stage;
import org.cleanclaim.app.transport.Route.Standby;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.app.transport.TransportRefusal;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All connections, the ways of files, and what is on its way.
@Controller
class DeliveryPages {

  private final Pages pages;
  private final Connections connections;
  private final Routes routes;
  private final Deliveries deliveries;
  private final Payers payers;
  private final MailRound round;
  private final UntakenFiles untaken;
  private final AuditTrail audit;

  DeliveryPages(
      Pages pages,
      Connections connections,
      Routes routes,
      Deliveries deliveries,
      Payers payers,
      MailRound round,
      UntakenFiles untaken,
      AuditTrail audit) {
    this.pages = pages;
    this.connections = connections;
    this.routes = routes;
    this.deliveries = deliveries;
    this.payers = payers;
    this.round = round;
    this.untaken = untaken;
    this.audit = audit;
  }

  @GetMapping("/connections")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "1") int page) {
    return page(request, HttpStatus.OK, stage, page, List.of(), "");
  }

  @GetMapping(value = "/deliveries.csv", produces = "text/csv")
  ResponseEntity<String> csv(@RequestParam(defaultValue = "") String stage) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    var csv =
        new StringBuilder("file,payer,connection,stage,attempts,queued_at,delivered_at,trouble\n");
    var wanted = stage(stage);
    for (var one : ListPage.whole(page -> deliveries.list(wanted, page))) {
      csv.append(
              Csv.line(
                  one.fileName(),
                  one.payer(),
                  one.connection(),
                  one.stage().title(),
                  one.attempts(),
                  one.queuedAt(),
                  one.deliveredAt(),
                  one.trouble()))
          .append('\n');
    }
    audit.record("exported deliveries", "delivery list", "csv", null, null);
    return CsvAnswer.of("deliveries.csv", csv.toString());
  }

  @PostMapping("/connections/round")
  ResponseEntity<String> go(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    return page(request, HttpStatus.OK, "", 1, round.go(), "");
  }

  @PostMapping("/connections/ways")
  ResponseEntity<String> route(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String connection,
      @RequestParam(defaultValue = "") String standby,
      @RequestParam(defaultValue = "") String receiver,
      @RequestParam(defaultValue = "") String standbyReceiver) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    var chosenPayer = payer(payer);
    var way = named(connection);
    if (chosenPayer == null || way == null) {
      return page(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "",
          1,
          List.of(),
          "Choose a payer and a connection of the lists.");
    }
    try {
      var second = named(standby);
      routes.set(
          chosenPayer,
          kind,
          way,
          second == null ? null : new Standby(second, standbyReceiver),
          receiver);
      return back();
    } catch (TransportRefusal refusal) {
      return page(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "",
          1,
          List.of(),
          String.valueOf(refusal.getMessage()));
    }
  }

  @PostMapping("/connections/ways/remove")
  ResponseEntity<String> remove(@RequestParam long payer, @RequestParam String kind) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    routes.remove(payers.get(payer), kind);
    return back();
  }

  @PostMapping("/deliveries/{id}/retry")
  ResponseEntity<String> retry(@PathVariable UUID id) {
    deliveries.retry(id);
    return back();
  }

  @PostMapping("/deliveries/{id}/another-way")
  ResponseEntity<String> reroute(
      HttpServletRequest request, @PathVariable UUID id, @RequestParam String connection) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    var other = named(connection);
    try {
      if (other != null) deliveries.reroute(id, other);
      return back();
    } catch (TransportRefusal refusal) {
      return page(
          request, HttpStatus.CONFLICT, "", 1, List.of(), String.valueOf(refusal.getMessage()));
    }
  }

  /// Somebody says what became of a file that nobody could take.
  @PostMapping("/connections/untaken/{id}")
  ResponseEntity<String> settle(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String word) {
    untaken.settle(id, word);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/connections")).build();
  }

  private static int pageOf(HttpServletRequest request) {
    String page = request.getParameter("untaken");
    return page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 1;
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      String stage,
      int page,
      List<MailRound.Visit> visits,
      String refusal) {
    AccessDeniedForActor.unlessEither(Permission.SUBMIT_CLAIM, Permission.KEEP_CONNECTION);
    var wanted = stage(stage);
    var values = new LinkedHashMap<String, Object>();
    values.put("connections", connections.all());
    values.put("routes", routes.all());
    values.put("kinds", Routes.KINDS);
    values.put("payers", payers.all());
    values.put("page", deliveries.list(wanted, page));
    values.put("stage", wanted == null ? "" : wanted.name());
    values.put("untaken", untaken.open(pageOf(request)));
    values.put("visits", visits);
    values.put("refusal", refusal);
    return pages.page(request, status, "connections", "Connections", "transport/list.jte", values);
  }

  private @Nullable Payer payer(String slug) {
    return payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElse(null);
  }

  private @Nullable Connection named(String id) {
    return connections.all().stream()
        .filter(c -> c.publicId().toString().equals(id))
        .findFirst()
        .orElse(null);
  }

  /// An unknown stage counts as none, so that an old address still shows the list.
  private static @Nullable Stage stage(String text) {
    for (var one : Stage.values()) {
      if (one.name().equals(text.toUpperCase(Locale.ROOT))) return one;
    }
    return null;
  }

  private static ResponseEntity<String> back() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/connections")).build();
  }
}
