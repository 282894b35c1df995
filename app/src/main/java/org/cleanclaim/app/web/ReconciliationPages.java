package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.LateCharges;
import org.cleanclaim.app.claim.VisitReconciliation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The list of visits whose charges and claims do not meet.
@Controller
class ReconciliationPages {
  private final Pages pages;
  private final VisitReconciliation reconciliation;
  private final LateCharges late;

  ReconciliationPages(Pages pages, VisitReconciliation reconciliation, LateCharges late) {
    this.pages = pages;
    this.reconciliation = reconciliation;
    this.late = late;
  }

  @GetMapping("/reconciliation")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return pages.page(
        request,
        "claims",
        "Visits and charges",
        "claim/reconciliation.jte",
        Map.of("visits", reconciliation.open()));
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
