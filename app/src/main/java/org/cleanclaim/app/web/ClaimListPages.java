package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.ManyRebuilds;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.worklist.ClaimTrait;
import org.cleanclaim.app.worklist.Worklists;
import org.cleanclaim.app.worklist.Worklists.ClaimFilter;
import org.cleanclaim.app.worklist.Worklists.ClaimOrder;
import org.cleanclaim.app.worklist.Worklists.ListedClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The biller's list of claims, as a page and as a file, and what is done with many of them.
@Controller
class ClaimListPages {
  private static final int ROWS = 300;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final List<String> HEADS =
      List.of(
          "claim",
          "patient",
          "payer",
          "served_on",
          "status",
          "why",
          "errors",
          "billed",
          "balance",
          "file_by",
          "next");

  private final Pages pages;
  private final Worklists worklists;
  private final ManyRebuilds rebuilds;
  private final Payers payers;
  private final AuditTrail audit;

  ClaimListPages(
      Pages pages, Worklists worklists, ManyRebuilds rebuilds, Payers payers, AuditTrail audit) {
    this.pages = pages;
    this.worklists = worklists;
    this.rebuilds = rebuilds;
    this.payers = payers;
    this.audit = audit;
  }

  /// The filters as they stand in the address. An unknown word counts as none, so that an old
  /// address still shows the list.
  record Asked(
      @Nullable String status,
      @Nullable String payer,
      @Nullable String q,
      @Nullable String only,
      @Nullable String order,
      @Nullable String after) {
    ClaimFilter filter() {
      return new ClaimFilter(
          blankToNull(status),
          blankToNull(payer),
          blankToNull(q),
          named(ClaimTrait.values(), only).orElse(null),
          named(ClaimOrder.values(), order).orElse(ClaimOrder.NEWEST),
          after == null || !ID.matcher(after).matches() ? null : UUID.fromString(after));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String word) {
      return Arrays.stream(all).filter(one -> one.name().equals(word)).findFirst();
    }
  }

  @GetMapping("/claims")
  ResponseEntity<String> list(HttpServletRequest request, @ModelAttribute Asked asked) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return list(request, asked.filter(), null);
  }

  /// Makes the chosen claims anew and scrubs them again.
  @PostMapping("/claims/rebuild")
  ResponseEntity<String> rebuild(
      HttpServletRequest request,
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "") List<UUID> claim) {
    return list(request, asked.filter(), rebuilds.rebuild(claim));
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, ClaimFilter filter, ManyRebuilds.@Nullable Report report) {
    var values = new LinkedHashMap<String, Object>();
    var listed = worklists.claims(filter, ROWS);
    values.put("claims", listed);
    values.put("next", listed.size() < ROWS ? "" : listed.getLast().claimId().toString());
    values.put("filter", filter);
    values.put("payers", payers.all());
    values.put("statuses", ClaimStatus.values());
    if (report != null) values.put("report", report);
    return pages.page(request, "claims", "Claims", "claim/list.jte", values);
  }

  @GetMapping(value = "/claims.csv", produces = "text/csv")
  void csv(HttpServletResponse response, @ModelAttribute Asked asked) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    audit.record("exported claims", "claim list", "csv", null, null);
    CsvAnswer.<ListedClaim>write(
        response,
        "claims.csv",
        HEADS,
        to -> worklists.each(asked.filter(), to),
        c ->
            Csv.line(
                c.controlNumber(),
                c.patient(),
                c.payer(),
                c.servedFrom(),
                c.status(),
                c.why(),
                c.errors(),
                c.billed(),
                c.balance(),
                c.fileBy(),
                c.next()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
