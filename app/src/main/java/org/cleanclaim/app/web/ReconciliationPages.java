package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.BatchBilling;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.claim.LateCharges;
import org.cleanclaim.app.claim.VisitReconciliation;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.ListPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of visits whose charges and claims do not meet.
@Controller
class ReconciliationPages {
  private final Pages pages;
  private final VisitReconciliation reconciliation;
  private final LateCharges late;
  private final Claims claims;
  private final BatchBilling batch;
  private final Encounters encounters;

  ReconciliationPages(
      Pages pages,
      VisitReconciliation reconciliation,
      LateCharges late,
      Claims claims,
      BatchBilling batch,
      Encounters encounters) {
    this.claims = claims;
    this.batch = batch;
    this.encounters = encounters;
    this.pages = pages;
    this.reconciliation = reconciliation;
    this.late = late;
  }

  @GetMapping("/reconciliation")
  ResponseEntity<String> list(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return pages.page(
        request,
        "claims",
        "Visits and charges",
        "claim/reconciliation.jte",
        Map.of("visits", reconciliation.open(page)));
  }

  /// The list as a file.
  @GetMapping(value = "/reconciliation.csv", produces = "text/csv")
  ResponseEntity<String> csv() {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return CsvAnswer.of(
        "visits-and-charges.csv",
        List.of("visit", "patient", "served_on", "what", "next", "charged", "billed", "claim"),
        ListPage.whole(reconciliation::open),
        v ->
            Csv.line(
                v.visitNumber(),
                v.patient(),
                v.servedOn(),
                v.gap().title(),
                v.gap().nextStep(),
                v.charged(),
                v.billed(),
                v.controlNumber()));
  }

  /// Bills the chosen visits: one as it is billed always, several on one claim.
  @PostMapping("/reconciliation/claims")
  ResponseEntity<String> bill(@RequestParam(defaultValue = "") List<UUID> visit) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    if (visit.isEmpty()) throw new IllegalStateException("Choose the visits that are billed.");
    var ids = visit.stream().map(v -> encounters.find(v).orElseThrow().id()).toList();
    var result = ids.size() == 1 ? claims.bill(ids.getFirst()) : claims.billTogether(ids);
    String to =
        switch (result) {
          case CreateResult.Created made -> "/claims/" + made.claim().publicId();
          case CreateResult.SelfPay _ -> "/reconciliation";
          case CreateResult.NotBillable(String message) -> throw new IllegalStateException(message);
        };
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(to)).build();
  }

  /// Bills each of the chosen visits as it is billed by itself, many at once.
  ///
  /// @throws IllegalStateException naming those that were not billed, and why; the others are
  @PostMapping("/reconciliation/visits")
  ResponseEntity<String> billEach(@RequestParam(defaultValue = "") List<UUID> visit) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    if (visit.isEmpty()) throw new IllegalStateException("Choose the visits that are billed.");
    var chosen = visit.stream().map(v -> encounters.find(v).orElseThrow()).toList();
    var outcomes = batch.bill(chosen.stream().map(Encounter::id).toList(), done -> {});
    var open = new ArrayList<String>();
    for (int i = 0; i < chosen.size(); i++) {
      String number = chosen.get(i).visitNumber();
      outcomes.get(i).refusal().ifPresent(why -> open.add("visit " + number + ": " + why));
    }
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d visits were billed; not %s"
              .formatted(chosen.size() - open.size(), chosen.size(), String.join(" ", open)));
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/reconciliation"))
        .build();
  }

  @PostMapping("/claims/{id}/late-charges")
  ResponseEntity<String> bringUpToDate(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = late.bringUpToDate(id);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/claims/" + claim.publicId()))
        .build();
  }
}
