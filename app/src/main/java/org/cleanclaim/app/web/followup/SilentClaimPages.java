package org.cleanclaim.app.web.followup;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.followup.Silence;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.followup.StatusDesk;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.app.timer.RoundKind;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.app.web.registration.TypedRound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The claims that payers are silent about, to be asked about together.
@Controller
class SilentClaimPages {

  private final Pages pages;
  private final SilentClaims silent;
  private final StatusDesk desk;
  private final DailyRounds rounds;
  private final Payers payers;
  private final AuditTrail audit;

  SilentClaimPages(
      Pages pages,
      SilentClaims silent,
      StatusDesk desk,
      DailyRounds rounds,
      Payers payers,
      AuditTrail audit) {
    this.pages = pages;
    this.silent = silent;
    this.desk = desk;
    this.rounds = rounds;
    this.payers = payers;
    this.audit = audit;
  }

  @GetMapping("/claims/silent")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String silence,
      @RequestParam(defaultValue = "1") int page) {
    return page(request, payer, silence, page, null);
  }

  @PostMapping("/claims/silent/ask")
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @RequestParam(name = "claim", required = false) @Nullable List<UUID> chosen) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    return page(request, "", "", 1, desk.ask(chosen == null ? List.of() : chosen));
  }

  @PostMapping("/claims/silent/daily")
  ResponseEntity<String> daily(@ModelAttribute TypedRound typed) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    rounds.set(RoundKind.CLAIM_STATUS, typed.setting());
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/claims/silent"))
        .build();
  }

  @GetMapping(value = "/claims/silent.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String silence) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var csv =
        new StringBuilder(
            "claim,payer,charge,served_from,sent_at,days,usual_days,file_by,what_is_missing,asked_at,answer\n");
    for (var one : silent.list(blankToNull(payer), silence(silence))) {
      csv.append(
              Csv.line(
                  one.controlNumber(),
                  one.payer(),
                  one.charge(),
                  one.servedFrom(),
                  one.sentAt(),
                  one.days(),
                  one.usualDays(),
                  one.fileBy(),
                  one.silence().title(),
                  one.askedAt(),
                  one.answer()))
          .append('\n');
    }
    audit.record("exported silent claims", "claim list", "csv", null, null);
    return CsvAnswer.of("silent-claims.csv", csv.toString());
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      String payer,
      String silence,
      int number,
      StatusDesk.@Nullable Asked asked) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var wanted = silence(silence);
    var values = new LinkedHashMap<String, Object>();
    values.put("page", silent.page(blankToNull(payer), wanted, number));
    values.put("daily", rounds.standing(RoundKind.CLAIM_STATUS));
    values.put("payers", payers.all());
    values.put("payer", payer);
    values.put("silence", wanted == null ? "" : wanted.name());
    if (asked != null) values.put("asked", asked);
    return pages.page(
        request, "claims", "Claims that payers are silent about", "followup/silent.jte", values);
  }

  /// An unknown word counts as none, so that an old address still shows the list.
  private static @Nullable Silence silence(String text) {
    for (var one : Silence.values()) {
      if (one.name().equals(text.toUpperCase(Locale.ROOT))) return one;
    }
    return null;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
