package org.cleanclaim.app.rest;

import java.time.LocalDate;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.TrailEvent;
import org.cleanclaim.app.worklist.TrailFilter;
import org.cleanclaim.app.worklist.TrailList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who did or saw what. Who reads the trail stands on it too.
@RestController
@RequestMapping("/api/v1/audit-trail")
class AuditTrailResources {
  /// @param brokenAt the first event that does not fit the one before it; null when all do
  record ChainCheck(boolean isWhole, @Nullable Long brokenAt) {}

  private final TrailList list;
  private final AuditTrail audit;

  AuditTrailResources(TrailList list, AuditTrail audit) {
    this.list = list;
    this.audit = audit;
  }

  @ModelAttribute
  TrailFilter filter(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String what,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate through) {
    return new TrailFilter(who, what, kind, number, account, from, through);
  }

  @GetMapping
  ListPage<TrailEvent> list(
      @ModelAttribute(binding = false) TrailFilter filter,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_AUDIT_TRAIL);
    audit.record("read", "audit trail", "api", null, filter.inWords());
    return list.of(filter, page);
  }

  @PostMapping("/check")
  ChainCheck check() {
    var broken = audit.check();
    return new ChainCheck(broken.isEmpty(), broken.orElse(null));
  }
}
